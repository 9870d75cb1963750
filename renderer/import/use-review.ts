import { useCallback, useRef, useState } from 'react';
import { type AppError, describeError } from '../../shared/domain/app-error.ts';
import type { Result } from '../../shared/domain/result.ts';
import { isSameLesson, type Lesson } from '../../shared/forms/recognise/lesson.ts';
import { carryReview, type Effect, effectOf } from './carry-review.ts';
import { changeItem, type ReviewItem, startReview } from './review.ts';
import type { Found } from './use-import.ts';
import { words } from './words.ts';

/** A lesson, and what it did to the other forms. */
export interface Taught {
  readonly lesson: Lesson;
  readonly effect: Effect;
}

interface Review {
  readonly found: Found;
  readonly items: readonly ReviewItem[];
  readonly taught: readonly Taught[];
}

/**
 * The decisions about an import. What the person teaches makes the documents be read again in the background; until
 * the answer is there, everything stays as it is.
 */
export function useReview(untaught: Found, reread: (lessons: readonly Lesson[]) => Promise<Result<Found, AppError>>) {
  const [review, setReview] = useState<Review>(() => ({
    found: untaught,
    items: startReview(untaught.result.records),
    taught: [],
  }));
  const [isRereading, setRereading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** What was taught by now, also what is still being applied. */
  const lessons = useRef<readonly Lesson[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const setItems = useCallback((next: (items: readonly ReviewItem[]) => readonly ReviewItem[]) => {
    setReview((before) => ({ ...before, items: next(before.items) }));
  }, []);
  const change = useCallback(
    (id: number, next: (item: ReviewItem) => ReviewItem) => setItems((items) => changeItem(items, id, next)),
    [setItems],
  );

  /** Reads again by these lessons; of the new one, taught at one form, it is kept what it did to the others. */
  function apply(next: readonly Lesson[], added: { readonly lesson: Lesson; readonly at: number } | null): void {
    lessons.current = next;
    setProblem(null);
    queue.current = queue.current.then(async () => {
      setRereading(true);
      const again = await reread(next);
      setRereading(false);
      if (!again.ok) {
        lessons.current = lessons.current.filter((lesson) => !(added && isSameLesson(lesson, added.lesson)));
        if (again.error.kind !== 'cancelled') setProblem(`${describeError(again.error)}${words.notReread}`);
        return;
      }
      const found = again.value;
      setReview((before) => {
        const items = carryReview(found.definitions, before.items, found.result.records, untaught.result.records);
        const kept = before.taught.filter(({ lesson }) => next.some((own) => isSameLesson(own, lesson)));
        if (!added) return { found, items, taught: kept };
        const effect = effectOf(found.definitions, before.items, items, added.at);
        return { found, items, taught: [...kept, { lesson: added.lesson, effect }] };
      });
    });
  }

  function teach(lesson: Lesson, at: number): void {
    if (lessons.current.some((own) => isSameLesson(own, lesson))) return;
    apply([...lessons.current, lesson], { lesson, at });
  }

  function forget(lesson: Lesson): void {
    apply(
      lessons.current.filter((own) => !isSameLesson(own, lesson)),
      null,
    );
  }

  return { ...review, isRereading, problem, setItems, change, teach, forget };
}
