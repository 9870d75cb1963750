import { randomUUID } from 'node:crypto';
import type { GridRow } from '../../../shared/grid/grid.ts';

/** The import a person looks at, and the one of a second window. */
const MOST_READINGS = 2;

/**
 * The rows that found forms were read from, of the last few readings. A page asks for those of the form it shows;
 * sending all of them with the forms took longer than recognising them.
 */
export class HeldSources {
  readonly #readings = new Map<string, readonly (readonly GridRow[])[]>();

  /**
   * Keeps what a reading found, in place of the oldest one.
   * @param forms the rows of each found form
   * @returns the name to ask by
   */
  hold(forms: readonly (readonly GridRow[])[]): string {
    const reading = randomUUID();
    this.#readings.set(reading, forms);
    const [oldest] = this.#readings.keys();
    if (this.#readings.size > MOST_READINGS && oldest !== undefined) this.#readings.delete(oldest);
    return reading;
  }

  /** The rows of one found form; undefined where the reading is no longer kept, or found no form of that number. */
  rows(reading: string, form: number): readonly GridRow[] | undefined {
    return this.#readings.get(reading)?.[form];
  }
}
