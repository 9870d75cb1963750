import type { RecordSummary } from '../../shared/domain/record.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { isSameUnit } from '../../shared/forms/one-per-unit.ts';
import { summaryUnit } from '../../shared/forms/shape.ts';
import {
  asksFor,
  drawsOnOthers,
  looksBack,
  type PlacedForm,
  type Surroundings,
  surroundingsOf,
} from '../../shared/forms/surroundings.ts';
import type { CoreServices } from './services.ts';
import type { FormPlace } from './store/record-rows.ts';

/** A form of the workspace with its id. */
export interface OwnForm extends PlacedForm {
  readonly id: string;
}

/**
 * The forms beside others of their unit and year, for one piece of work: what is read once is not read again, and
 * nothing is read for forms that hang together with no other.
 */
export class Neighbours {
  readonly #services: CoreServices;
  readonly #years = new Map<number, readonly RecordSummary[]>();
  readonly #forms = new Map<string, OwnForm | null>();

  constructor(services: CoreServices) {
    this.#services = services;
  }

  /** What stands beside a form; undefined where it asks for nothing. */
  of(own: OwnForm): Surroundings | undefined {
    const { definition, fiscalYear } = own;
    if (!drawsOnOthers(definition)) return undefined;
    const unit = summaryUnit(definition, own.answers);
    const others = this.formsOf(fiscalYear, (other) => asksFor(definition, other), unit);
    const before = looksBack(definition) ? this.formsOf(fiscalYear - 1, ({ set }) => set !== undefined, unit) : [];
    return surroundingsOf(
      own,
      [...others, ...before].filter(({ id }) => id !== own.id),
      this.#services.definitions.all,
    );
  }

  /** The forms of a year whose definitions are wanted, of all units or those that may be of one. */
  formsOf(fiscalYear: number, isWanted: (definition: FormDefinition) => boolean, ofUnit = ''): OwnForm[] {
    return this.#summaries(fiscalYear).flatMap(({ id, definitionId, unit }) => {
      if (!isSameUnit(unit, ofUnit)) return [];
      const newest = this.#services.definitions.get(definitionId);
      if (!newest.ok || !isWanted(newest.value)) return [];
      return this.#form(id) ?? [];
    });
  }

  #summaries(fiscalYear: number): readonly RecordSummary[] {
    const known = this.#years.get(fiscalYear);
    if (known) return known;
    const listed = this.#services.store.list({ fiscalYear, query: '' });
    const summaries = listed.ok ? listed.value : [];
    this.#years.set(fiscalYear, summaries);
    return summaries;
  }

  #form(id: string): OwnForm | null {
    const known = this.#forms.get(id);
    if (known !== undefined) return known;
    const record = this.#services.store.get(id);
    const own = record.ok ? this.#services.definitions.ofRecord(record.value) : record;
    const form = record.ok && own.ok ? { id, fiscalYear: record.value.fiscalYear, ...own.value } : null;
    this.#forms.set(id, form);
    return form;
  }
}

/** The forms of which something else may be said since others changed, came or went at these places; also those others. */
export function idsBeside({ store, definitions }: CoreServices, touched: readonly FormPlace[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const byKind = Map.groupBy(touched, ({ definitionId, fiscalYear }) => `${fiscalYear} ${definitionId}`);
  for (const places of byKind.values()) {
    const [{ definitionId, fiscalYear } = { definitionId: '', fiscalYear: 0 }] = places;
    const changed = definitions.get(definitionId);
    if (!changed.ok) continue;
    const { id, set } = changed.value;
    const take = (year: number, asks: (own: FormDefinition) => boolean) => {
      const wanted = definitions.all.filter(asks).map((own) => own.id);
      const listed = wanted.length > 0 ? store.formsOf(year, wanted) : undefined;
      for (const form of listed?.ok ? listed.value : []) {
        if (places.some(({ unit }) => isSameUnit(unit, form.unit))) ids.add(form.id);
      }
    };
    take(fiscalYear, (own) => (own.id === id ? drawsOnOthers(own) : asksFor(own, changed.value)));
    if (set !== undefined) take(fiscalYear + 1, looksBack);
  }
  return ids;
}
