import { rowCells } from '../cells.ts';
import type { Problem, Rule } from '../rule.ts';
import { judge, notApplicable } from '../rule.ts';

/** A row that is begun needs all its required cells; a row that is only a category is `empty-category`'s matter. */
export const required: Rule = {
  id: 'required',
  title: '必填项已填',
  severity: 'error',
  source: 'The definition (required); 财预〔2015〕88号: review of goals, 完整性',
  families: 'all',
  run({ definition, fields, rowsOf }) {
    const cells = [...fields];
    for (const table of definition.tables) {
      const begun = (rowsOf.get(table.id) ?? []).filter((row) => row.hasContents);
      cells.push(...begun.flatMap((row) => rowCells(table, row)));
    }
    const needed = cells.filter((cell) => cell.isRequired);
    if (needed.length === 0) return notApplicable('本表没有必填项。');
    const problems = needed
      .filter((cell) => cell.text === '')
      .map((cell): Problem => ({ path: cell.path, message: `“${cell.label}”还没有填写，请补充。` }));
    return judge(problems);
  },
};
