import type { Figure } from '../figure.ts';
import { benchDefinition, inventedForms } from '../support/invented-forms.ts';
import { measureKeys } from '../support/key-figure.ts';

const ROWS = 150;

/** A name into each of some cells one below the other, with a slip of the finger put right. */
const nameKeys = (word: string): string[] => [...word, 'Backspace', word.at(-1) ?? 'a', 'Enter'];
const KEYS = ['jiankangtijian', 'shebeigoumai', 'fugailv', 'manyidu', 'peixun', 'yanshouhege']
  .flatMap(nameKeys)
  .concat(['90%', '>=95%', '12', '100%', '2026', '<=30'].flatMap(nameKeys), [
    'ArrowUp',
    'ArrowUp',
    'ArrowDown',
    'ArrowUp',
    'ArrowUp',
    'ArrowDown',
    'ArrowDown',
    'ArrowDown',
  ]);

/** Key to paint in a table of 150 rows in the wizard, with live paper, checks and autosave, beside a textarea. */
export const keystroke: Figure = {
  name: 'keystroke',
  measure: (context) =>
    measureKeys(context, {
      definition: benchDefinition,
      answers: inventedForms(1, ROWS)[0]?.answers ?? {},
      among: `${ROWS} rows`,
      keys: KEYS,
      readySelector: `[data-row="${ROWS - 1}"]`,
      goTo: (page, round) => page.locator(`[data-row="${10 + 20 * round}"] [data-column="2"]`).click(),
    }),
};
