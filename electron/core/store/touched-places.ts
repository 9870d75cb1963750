import { type FormPlace, readPlace } from './record-rows.ts';

/**
 * The places where forms changed, came or went, until somebody asks: forms beside them are to be judged anew. Kept in
 * memory, so that a save pays nothing for it; noted also for a change that then failed, which costs a look.
 */
export class TouchedPlaces {
  readonly #places = new Map<string, FormPlace>();

  note({ definitionId, fiscalYear, unit }: FormPlace): void {
    this.#places.set(`${fiscalYear} ${definitionId} ${unit}`, { definitionId, fiscalYear, unit });
  }

  /** Notes rows of `record` that give their place; says how many there were. */
  noteRows(rows: readonly unknown[]): number {
    for (const row of rows) this.note(readPlace(row));
    return rows.length;
  }

  /** The places noted since the last time. */
  take(): FormPlace[] {
    const places = [...this.#places.values()];
    this.#places.clear();
    return places;
  }
}
