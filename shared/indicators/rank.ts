import { normaliseLabel } from '../grid/normalise.ts';
import { GENERAL_FIELD } from './field-of-work.ts';
import type { IndicatorSource, LibraryIndicator } from './library-indicator.ts';

/** An indicator that may be suggested. */
export interface Candidate {
  readonly indicator: LibraryIndicator;
  /** Its name as it is compared. */
  readonly key: string;
  /** First letters of its name's pinyin. */
  readonly initials: string;
  /** How alike the project is in which it was used, from 0 to 1. */
  readonly likeness: number;
}

/** What suggestions are wanted for. */
export interface Wanted {
  /** Chinese, or first letters of pinyin. */
  readonly typed: string;
  /** Standard name of the row's category; `""` when the row has none yet. */
  readonly level2: string;
  readonly level1: string;
  /** The fields of work of the project. */
  readonly fields: readonly string[];
}

/** A text as it is looked for: half-width, lower case, without white space. */
export const searchKey = normaliseLabel;

/** Whether a text may be meant as first letters. */
export function isInitials(key: string): boolean {
  return /^[a-z]+$/u.test(key);
}

/** How well a name fits what was typed, both as they are compared: 0 not at all, 5 it is the same. */
export function matchStrength(own: string, initials: string, key: string): number {
  if (own === key) return 5;
  if (own.startsWith(key)) return 4;
  const isByInitials = isInitials(key);
  if (isByInitials && initials.startsWith(key)) return 3;
  if (own.includes(key)) return 2;
  return isByInitials && key.length > 1 && initials.includes(key) ? 1 : 0;
}

const SOURCE_POINTS: Record<IndicatorSource, number> = { own: 3, past: 2, shipped: 0 };

/** What each reason is worth. What was typed comes first, then the category, then the project it was used in. */
function pointsOf(
  { indicator, key: own, initials, likeness }: Candidate,
  wanted: Wanted,
  key: string,
): number | undefined {
  const strength = key === '' ? 1 : matchStrength(own, initials, key);
  if (strength === 0) return undefined;
  const isSameCategory = wanted.level2 !== '' && indicator.level2 === wanted.level2;
  const isSameOuter = wanted.level1 !== '' && indicator.level1 === wanted.level1;
  const isSameField = indicator.fields.some((field) => wanted.fields.includes(field));
  const isGeneral = indicator.fields.includes(GENERAL_FIELD);
  return (
    strength * 12 +
    (isSameCategory ? 30 : 0) +
    (isSameOuter ? 6 : 0) +
    likeness * 24 +
    (isSameField ? 12 : isGeneral ? 4 : 0) +
    Math.min(Math.log2(1 + indicator.uses) * 2, 10) +
    Math.max(0, ...indicator.sources.map((source) => SOURCE_POINTS[source]))
  );
}

/**
 * The candidates that fit, best first: by what was typed, by category, by the likeness of the projects, by field of
 * work, by how often they were used. Equal ones keep their order.
 */
export function rankIndicators(candidates: readonly Candidate[], wanted: Wanted, limit: number): LibraryIndicator[] {
  const key = searchKey(wanted.typed);
  return candidates
    .flatMap((candidate) => {
      const points = pointsOf(candidate, wanted, key);
      // Without anything typed, another category's indicators would only be noise.
      const isNoise = key === '' && wanted.level2 !== '' && candidate.indicator.level2 !== wanted.level2;
      return points === undefined || isNoise ? [] : [{ indicator: candidate.indicator, points }];
    })
    .sort((a, b) => b.points - a.points)
    .slice(0, limit)
    .map(({ indicator }) => indicator);
}
