import { useMemo } from 'react';
import type { Answers } from '../../shared/domain/answers.ts';
import { compareAnswers } from '../../shared/forms/compare-answers.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { layOut } from '../../shared/forms/lay-out.ts';
import { placeName } from '../../shared/forms/place-name.ts';
import { PaperView } from '../paper/paper-view.tsx';
import { changeNotes } from './change-notes.ts';

/** One of the two states, shaped, with what it is called. */
export interface ComparedState {
  readonly title: string;
  readonly answers: Answers;
}

interface ComparedPapersProps {
  readonly definition: FormDefinition;
  readonly fiscalYear: number;
  readonly before: ComparedState;
  readonly after: ComparedState;
  readonly isSideBySide: boolean;
}

/** Two states of a form on paper, what differs marked; on one paper what went is told in words below. */
export function ComparedPapers({ definition, fiscalYear, before, after, isSideBySide }: ComparedPapersProps) {
  const changes = useMemo(
    () => compareAnswers(definition, before.answers, after.answers),
    [definition, before.answers, after.answers],
  );
  const removed = changes.filter(({ kind }) => kind === 'removed');
  const paper = (state: ComparedState, side: 'before' | 'after') => (
    <section key={side} className="compared-paper" aria-label={state.title}>
      <h3>{state.title}</h3>
      <Paper definition={definition} fiscalYear={fiscalYear} answers={state.answers} changes={changes} side={side} />
    </section>
  );
  return (
    <div className="compared-papers">
      {isSideBySide && paper(before, 'before')}
      {paper(after, 'after')}
      {!isSideBySide && removed.length > 0 && (
        <section className="compared-removed">
          <h3>删除的内容</h3>
          <ul>
            {removed.map(({ oldPath, oldText }) => (
              <li key={oldPath}>
                {placeName(definition, oldPath ?? '')}：<del>{oldText}</del>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Paper({
  definition,
  fiscalYear,
  answers,
  changes,
  side,
}: {
  readonly definition: FormDefinition;
  readonly fiscalYear: number;
  readonly answers: Answers;
  readonly changes: ReturnType<typeof compareAnswers>;
  readonly side: 'before' | 'after';
}) {
  const grid = useMemo(() => layOut(definition, { answers, fiscalYear }), [definition, answers, fiscalYear]);
  const notes = useMemo(() => changeNotes(definition, changes, side), [definition, changes, side]);
  return <PaperView grid={grid} orientation={definition.paper.orientation} zoom="fit" notes={notes} />;
}
