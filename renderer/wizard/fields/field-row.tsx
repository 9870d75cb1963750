import { memo, useEffect, useId } from 'react';
import type { FieldDefinition } from '../../../shared/forms/definition.ts';
import { useFieldText, useIsMissing, useIsRequested, useProblems, useWizard } from '../wizard-context.tsx';
import { FieldControl } from './field-control.tsx';

/** One field of a form: how far it is, its label, the control, and what there is to say about it. */
export const FieldRow = memo(function FieldRow({ field }: { readonly field: FieldDefinition }) {
  const { copy } = useWizard();
  const text = useFieldText(field.id);
  const problems = useProblems(field.id);
  const isMissing = useIsMissing(field.id);
  const isRequested = useIsRequested(field.id);
  const inputId = useId();

  useEffect(() => {
    if (!isRequested) return;
    const control = document.getElementById(inputId);
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: 'nearest' });
  }, [isRequested, inputId]);

  const hasError = problems.some((finding) => finding.severity === 'error');
  const hasWarning = problems.some((finding) => finding.severity === 'warning');
  const state = hasError ? 'error' : hasWarning ? 'warning' : isMissing ? 'missing' : text === '' ? 'empty' : 'done';

  return (
    <div className={`field field-${state}`} data-path={field.id}>
      <span className="field-dot" aria-hidden="true" />
      <label className="field-label" htmlFor={inputId}>
        {field.label}
      </label>
      <div className="field-control">
        <FieldControl
          field={field}
          path={field.id}
          inputId={inputId}
          text={text}
          problems={problems}
          isMissing={isMissing}
          onText={(next) => copy.setText(field.id, next)}
        />
      </div>
    </div>
  );
});
