import type { RecordSummary } from '../../shared/domain/record.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import {
  asksFor,
  drawsOnOthers,
  looksBack,
  type PlacedForm,
  type Surroundings,
  surroundingsOf,
} from '../../shared/forms/surroundings.ts';
import type { CoreServices } from './services.ts';

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
    const others = this.formsOf(fiscalYear, (other) => asksFor(definition, other));
    const before = looksBack(definition) ? this.formsOf(fiscalYear - 1, ({ set }) => set !== undefined) : [];
    return surroundingsOf(
      own,
      [...others, ...before].filter(({ id }) => id !== own.id),
      this.#services.definitions.all,
    );
  }

  /** The forms of a year whose definitions are wanted. */
  formsOf(fiscalYear: number, isWanted: (definition: FormDefinition) => boolean): OwnForm[] {
    return this.#summaries(fiscalYear).flatMap(({ id, definitionId }) => {
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
