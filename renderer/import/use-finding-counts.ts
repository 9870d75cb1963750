import { useEffect, useRef, useState } from 'react';
import { runChecks } from '../../shared/checks/run-checks.ts';
import type { Answers } from '../../shared/domain/answers.ts';
import type { FindingCounts } from '../../shared/domain/finding.ts';
import { countProblems, unfilledPlaces } from '../../shared/domain/finding.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import type { ReviewItem } from './review.ts';

/** What is wrong in a found form, and how many places are not filled in. */
export interface ReviewCounts extends FindingCounts {
  readonly unfilled: number;
}

/** Forms checked before the window gets a turn. */
const BATCH = 10;

/** Checks the found forms, a few at a time so that the window stays awake; counts by item. */
export function useFindingCounts(
  items: readonly ReviewItem[],
  definitions: ReadonlyMap<string, FormDefinition>,
): ReadonlyMap<number, ReviewCounts> {
  const [counts, setCounts] = useState<ReadonlyMap<number, ReviewCounts>>(new Map());
  const checked = useRef(new Map<number, Answers>());
  useEffect(() => {
    let timer: number | undefined;
    const work = () => {
      const due = items.filter((item) => checked.current.get(item.id) !== item.answers).slice(0, BATCH);
      if (due.length === 0) return;
      const fresh = due.flatMap((item): [number, ReviewCounts][] => {
        const { id, answers, candidate } = item;
        checked.current.set(id, answers);
        const definition = definitions.get(candidate.definitionId);
        if (!definition) return [];
        const findings = runChecks(definition, { answers, fiscalYear: candidate.fiscalYear });
        return [[id, { ...countProblems(findings), unfilled: unfilledPlaces(findings).length }]];
      });
      setCounts((before) => new Map([...before, ...fresh]));
      timer = window.setTimeout(work);
    };
    timer = window.setTimeout(work);
    return () => window.clearTimeout(timer);
  }, [items, definitions]);
  return counts;
}
