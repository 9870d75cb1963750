import { expect, it } from 'vitest';
import { layOut } from '../../../../../shared/forms/lay-out.ts';
import { recogniseDocument } from '../../../../../shared/forms/recognise/recognise.ts';
import { shapeAnswers } from '../../../../../shared/forms/shape.ts';
import type { GridRow } from '../../../../../shared/grid/grid.ts';
import { budgetForms, budgetYear, tableOf } from '../../../../support/budget-year.ts';
import { shippedDefinition, shippedDefinitions } from '../../../../support/definitions.ts';
import { sheetOf } from '../../../../support/source-sheets.ts';

const text = shippedDefinition('haigang-budget-narrative');
const content = {
  fiscalYear: budgetYear,
  answers: shapeAnswers(text, {
    reportingUnit: '示例县图书馆',
    introduction: '现将本馆预算公开。',
    duties: '部门职责：\n（一）收藏图书。\n（二）借阅图书。\n机构设置：',
    income: '2026年预算收入130.00万元。',
    goals: '总体目标：读者满意。\n分项目标：新书上架及时。',
    others: '没有。',
  }),
};

it('reads a text between whose parts tables stand, as it reads it alone', () => {
  const { definition, answers, fiscalYear } = tableOf(budgetForms(), 'expenditure');
  const table = layOut(definition, { answers, fiscalYear });
  const grid = layOut(text, content);
  const rowsOf = (path: string) =>
    grid.rows.findLastIndex(({ cells }) => cells.some(({ bind }) => bind?.path === path));
  const cut = rowsOf('duties') + 1;
  const asText = (rows: readonly GridRow[]) => ({ ...grid, rows });
  const document = sheetOf(asText(grid.rows.slice(0, cut)), table, asText(grid.rows.slice(cut)));
  const { forms, unrecognised } = recogniseDocument(document, shippedDefinitions, { defaultFiscalYear: 2020 });
  expect(unrecognised).toEqual([]);
  const byId = new Map(forms.map((form) => [form.definitionId, form]));
  expect([...byId.keys()].sort()).toEqual([definition.id, text.id]);
  expect(byId.get(text.id)?.answers).toEqual(content.answers);
  expect(byId.get(definition.id)?.answers).toEqual(answers);
});
