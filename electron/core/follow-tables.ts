import type { Answers } from '../../shared/domain/answers.ts';
import { settle } from '../../shared/forms/arithmetic/settle.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import type { Surroundings } from '../../shared/forms/surroundings.ts';
import { followFigures } from '../../shared/narrative/follow-figures.ts';
import { draftOf } from './draft.ts';
import { Neighbours, type OwnForm } from './neighbours.ts';
import type { CoreServices } from './services.ts';

/**
 * Lets the tables that draw on a saved table follow it, each as a revision of its own: amounts that agreed with the
 * table as it was become what it says now; amounts that stood at odds with it stay, and are found by the checks. A
 * table that cannot be saved stays as it is; the checks say that it differs.
 * @param before the table as it was, @param after its contents as they were saved
 */
export function followTables(services: CoreServices, before: OwnForm, after: Answers): void {
  const waiting = [{ before, after }];
  const done = new Set<string>();
  for (let change = waiting.shift(); change !== undefined; change = waiting.shift()) {
    if (done.has(change.before.id)) continue;
    done.add(change.before.id);
    for (const { own, answers } of followers(services, change.before, change.after)) {
      const record = services.store.get(own.id);
      if (!record.ok) continue;
      const draft = draftOf({ ...own, answers }, services.derivedBy);
      if (services.store.save(own.id, record.value.revision, draft).ok) waiting.push({ before: own, after: answers });
    }
  }
}

/** True where amounts of one table, or figures of a text, come from another. */
export function follows(definition: FormDefinition, other: string): boolean {
  if (definition.quotes.some(({ cell }) => cell.definition === other)) return true;
  return definition.tables.some(({ formulas }) =>
    formulas.some((formula) => {
      if (formula.kind === 'from') return formula.definition === other;
      return formula.kind === 'cell' && [...formula.plus, ...formula.minus].some((cell) => cell.definition === other);
    }),
  );
}

interface Follower {
  readonly own: OwnForm;
  readonly answers: Answers;
}

function followers(services: CoreServices, before: OwnForm, after: Answers): Follower[] {
  const neighbours = new Neighbours(services);
  const { definition: source, fiscalYear } = before;
  return neighbours
    .formsOf(fiscalYear, (definition) => follows(definition, source.id))
    .flatMap((own): Follower[] => {
      const now = neighbours.of(own);
      const known = now?.tables.get(source.id);
      // The table of another unit is none of theirs.
      if (!now || known?.answers === null || JSON.stringify(known?.answers) !== JSON.stringify(after)) return [];
      if (own.definition.quotes.length > 0) return followedText(own, now, source, before.answers);
      const state = (surroundings: Surroundings) => ({ answers: own.answers, others: surroundings.tables });
      const tables = new Map(now.tables).set(source.id, { definition: source, answers: before.answers });
      const answers = settle(own.definition, state({ ...now, tables }), state(now));
      return JSON.stringify(answers) === JSON.stringify(own.answers) ? [] : [{ own, answers }];
    });
}

/** A text whose figures follow a table that was changed. */
function followedText(own: OwnForm, now: Surroundings, source: FormDefinition, answersBefore: Answers): Follower[] {
  const tables = new Map(now.tables).set(source.id, { definition: source, answers: answersBefore });
  const before = { now: tables, before: now.tablesBefore };
  const answers = followFigures(own.definition, own.answers, before, { now: now.tables, before: now.tablesBefore });
  return JSON.stringify(answers) === JSON.stringify(own.answers) ? [] : [{ own, answers }];
}
