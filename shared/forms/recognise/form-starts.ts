import type { GridRow } from '../../grid/grid.ts';
import type { FormTemplate } from './form-template.ts';
import { type FormStarts, isTitleOf, readExact } from './read-exact.ts';

/** Where forms begin among rows; each row is looked at once. */
export function formStarts(rows: readonly GridRow[], templates: readonly FormTemplate[]): FormStarts {
  const known = new Map<number, boolean>();
  const starts: FormStarts = {
    isTitle: (index) => {
      const row = rows[index];
      return row !== undefined && templates.some((template) => isTitleOf(template, row));
    },
    isForm: (index) => {
      const before = known.get(index);
      if (before !== undefined) return before;
      const isForm = templates.some((template) => readExact(template, rows, index, starts) !== null);
      known.set(index, isForm);
      return isForm;
    },
  };
  return starts;
}
