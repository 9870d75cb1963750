import { useMemo } from 'react';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { layOut } from '../../shared/forms/lay-out.ts';
import { emptyAnswers } from '../../shared/forms/shape.ts';
import { PaperView } from '../paper/paper-view.tsx';

/** A form as blank paper, as it would be printed for a year. */
export function BlankForm({
  definition,
  fiscalYear,
}: {
  readonly definition: FormDefinition;
  readonly fiscalYear: number;
}) {
  const grid = useMemo(
    () => layOut(definition, { answers: emptyAnswers(definition), fiscalYear }),
    [definition, fiscalYear],
  );
  return <PaperView grid={grid} orientation={definition.paper.orientation} zoom="fit" showStamp />;
}
