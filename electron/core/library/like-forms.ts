import { nameLikeness, namePairs } from '../../../shared/indicators/likeness.ts';

/** A form and its project's name. */
export interface TitledForm {
  readonly seq: number;
  readonly title: string;
}

/** A form of a project whose name is like another's. */
export interface LikeForm {
  readonly seq: number;
  /** From 0 to 1. */
  readonly likeness: number;
}

const LEAST_LIKENESS = 0.35;
const MOST_FORMS = 12;
/** Pairs of characters in common below which two names are not looked at closely. */
const LEAST_PAIRS = 2;

/** A pair of neighbouring characters as one number. */
const pairCode = (text: string, at: number): number => text.charCodeAt(at) * 0x1_00_00 + text.charCodeAt(at + 1);

/** Ten thousand names are gone through while someone types: most are dismissed by a glance at their characters. */
function hasPairs(title: string, codes: ReadonlySet<number>, least: number): boolean {
  let common = 0;
  for (let at = 0; at + 1 < title.length; at += 1) {
    if (!codes.has(pairCode(title, at))) continue;
    common += 1;
    if (common === least) return true;
  }
  return false;
}

/** The forms whose projects' names are most like a given one, the most alike first. */
export function likeForms(projectName: string, titles: readonly TitledForm[]): LikeForm[] {
  const pairs = namePairs(projectName);
  const least = Math.min(LEAST_PAIRS, pairs.size);
  const codes = new Set([...pairs].map((pair) => pairCode(pair, 0)));
  if (least === 0) return [];
  const like: LikeForm[] = [];
  for (const { seq, title } of titles) {
    const likeness = hasPairs(title, codes, least) ? nameLikeness(pairs, namePairs(title)) : 0;
    if (likeness >= LEAST_LIKENESS) like.push({ seq, likeness });
  }
  return like.sort((a, b) => b.likeness - a.likeness).slice(0, MOST_FORMS);
}

/** The names of all forms, kept at hand: reading ten thousand of them takes longer than going through them. */
export class LikeForms {
  readonly #titles: Map<number, string>;
  #last: { readonly key: string; readonly forms: readonly LikeForm[] } | undefined;

  constructor(titles: readonly TitledForm[]) {
    this.#titles = new Map(titles.map(({ seq, title }) => [seq, title]));
  }

  /** Forms were saved or removed (`title` null) since. */
  note(forms: readonly { readonly seq: number; readonly title: string | null }[]): void {
    for (const { seq, title } of forms) {
      if (title === null) this.#titles.delete(seq);
      else this.#titles.set(seq, title);
      this.#last = undefined;
    }
  }

  /** The forms whose projects are most alike, other than one. A name stays the same while its indicators are typed. */
  find(projectName: string, except: number): readonly LikeForm[] {
    const key = `${except}\n${projectName}`;
    if (this.#last?.key !== key) {
      const others = [...this.#titles].flatMap(([seq, title]) => (seq === except ? [] : [{ seq, title }]));
      this.#last = { key, forms: likeForms(projectName, others) };
    }
    return this.#last.forms;
  }
}
