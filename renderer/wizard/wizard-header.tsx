import type { Analysis } from './copy/analysis.ts';
import type { StepInfo, StepState } from './steps.ts';
import { stepState } from './steps.ts';
import { useAnalysis, useFieldText, useWizard } from './wizard-context.tsx';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

function describeState({ errors, warnings, hints, missing }: StepState): string {
  const parts = [
    errors > 0 ? `错误 ${errors}` : '',
    warnings > 0 ? `提醒 ${warnings}` : '',
    hints > 0 ? `建议 ${hints}` : '',
    missing > 0 ? `未填 ${missing}` : '',
  ].filter(Boolean);
  return parts.length === 0 ? '已填好' : parts.join('，');
}

function StepMark({ state }: { readonly state: StepState }) {
  const { errors, warnings, missing } = state;
  if (errors > 0) return <span className="step-mark step-mark-error">! {errors}</span>;
  if (missing > 0) return <span className="step-mark step-mark-missing">{missing}</span>;
  if (warnings > 0) return <span className="step-mark step-mark-warning">! {warnings}</span>;
  return <span className="step-mark step-mark-done">✓</span>;
}

function markOf(definition: Parameters<typeof stepState>[0], info: StepInfo, analysis: Analysis): StepState | null {
  return info.step ? stepState(definition, info.step, analysis) : null;
}

/** The form's name and its steps with how far each is; any step can be gone to at any time. */
export function WizardHeader({
  steps,
  current,
  onStep,
  onLeave,
}: {
  readonly steps: readonly StepInfo[];
  readonly current: string;
  readonly onStep: (id: string) => void;
  readonly onLeave: () => void;
}) {
  const { copy } = useWizard();
  const { definition } = copy;
  const naming = definition.summary.title;
  const typed = useFieldText(naming ?? '');
  const title = naming === undefined ? definition.name : typed;
  const analysis = useAnalysis();
  return (
    <div className="wizard-header">
      <button type="button" className="link-button wizard-back" onClick={onLeave}>
        ← 工作台
      </button>
      <h1 className="wizard-title" title={`${title}（${definition.region} ${definition.name}）`}>
        {title || '未命名'}
      </h1>
      <nav className="wizard-steps" aria-label="填写步骤">
        {steps.map((info, index) => {
          const state = markOf(definition, info, analysis);
          return (
            <button
              key={info.id}
              type="button"
              className="wizard-step"
              aria-current={info.id === current ? 'step' : undefined}
              title={state ? describeState(state) : undefined}
              data-step={info.id}
              onClick={() => onStep(info.id)}
            >
              <span className="step-number">{CIRCLED[index] ?? `${index + 1}.`}</span>
              {info.title}
              {state && <StepMark state={state} />}
            </button>
          );
        })}
      </nav>
    </div>
  );
}
