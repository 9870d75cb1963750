import { normaliseLabel } from '../grid/normalise.ts';
import type { Subject } from './subject.ts';

/** The codes and names of one table of subjects, for completing and checking one by the other. */
export class SubjectNames {
  readonly #byCode: ReadonlyMap<string, Subject>;
  readonly #subjects: readonly Subject[];
  #byName: ReadonlyMap<string, readonly Subject[]> | undefined;

  constructor(subjects: readonly Subject[]) {
    this.#subjects = subjects;
    this.#byCode = new Map(subjects.map((subject) => [subject.code, subject]));
  }

  /** The name of a code, undefined for one this table does not know. */
  nameOf(code: string): string | undefined {
    return this.#byCode.get(code)?.name;
  }

  /** The subjects of a name, whatever its width and spaces: 行政运行 stands under many classes. */
  named(name: string): readonly Subject[] {
    this.#byName ??= Map.groupBy(this.#subjects, (subject) => normaliseLabel(subject.name));
    return this.#byName.get(normaliseLabel(name)) ?? [];
  }
}
