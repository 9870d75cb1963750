import { type AnswerRow, type Answers, tableRows, withRows } from '../../shared/domain/answers.ts';
import { settle } from '../../shared/forms/arithmetic/settle.ts';
import { shapeAnswers } from '../../shared/forms/shape.ts';
import type { PlacedForm } from '../../shared/forms/surroundings.ts';
import { surroundingsOf } from '../../shared/forms/surroundings.ts';
import { shippedDefinition, shippedDefinitions } from './definitions.ts';

/** An invented unit's tables of one year, in the shapes of the shipped ones, whose figures agree. */

export const budgetYear = 2026;
const unit = '901示例县图书馆';
const set = 'haigang-budget';

const lines = (...rows: AnswerRow[]): Answers => ({ reportingUnit: unit, lines: rows });
const subject = (code: string, name: string, amounts: AnswerRow): AnswerRow => ({ code, name, ...amounts });

const typed: Readonly<Record<string, Answers>> = {
  income: lines(
    subject('207', '文化旅游体育与传媒支出', {}),
    subject('20701', '文化和旅游', {}),
    subject('2070104', '图书馆', { fiscal: '120.50' }),
    subject('221', '住房保障支出', { fiscal: '9.50' }),
  ),
  expenditure: lines(
    subject('207', '文化旅游体育与传媒支出', {}),
    subject('20701', '文化和旅游', {}),
    subject('2070104', '图书馆', { basic: '80.50', project: '40.00' }),
    subject('221', '住房保障支出', { basic: '9.50' }),
  ),
  'general-expenditure': lines(
    subject('207', '文化旅游体育与传媒支出', {}),
    subject('2070104', '图书馆', { basic: '80.50', project: '40.00' }),
    subject('221', '住房保障支出', { basic: '9.50' }),
  ),
  'basic-expenditure': lines(
    subject('301', '工资福利支出', {}),
    subject('30101', '基本工资', { personnel: '70.00' }),
    subject('302', '商品和服务支出', {}),
    subject('30217', '公务接待费', { public: '1.25' }),
    subject('30231', '公务用车运行维护费', { public: '3.75' }),
    subject('30201', '办公费', { public: '15.00' }),
  ),
  'fund-expenditure': lines(),
  'capital-expenditure': lines(),
  'fiscal-balance': { reportingUnit: unit, lines: [{ line: '1', income: '130.00' }] },
  balance: lines(),
  'three-public': lines(),
};

function project(name: string, amount: string): PlacedForm {
  const definition = shippedDefinition('haigang-project-target');
  const answers = shapeAnswers(definition, { projectName: name, annualFunds: { total: amount } });
  return { definition, fiscalYear: budgetYear, answers };
}

/** The tables and two project forms, computed cells worked out in the order in which tables draw on each other. */
export function budgetForms(): PlacedForm[] {
  const forms: PlacedForm[] = [project('阅读推广', '25.00'), project('古籍修复', '15.00')];
  for (const name of Object.keys(typed)) {
    const definition = shippedDefinition(`${set}-${name}`);
    const answers = shapeAnswers(definition, typed[name] ?? {});
    const own = { definition, fiscalYear: budgetYear, answers };
    const others = surroundingsOf(own, forms, shippedDefinitions).tables;
    forms.push({ ...own, answers: settle(definition, { answers, others }, { answers, others }) });
  }
  return forms;
}

/** One of the forms, by the end of its definition's id. */
export function tableOf(forms: readonly PlacedForm[], name: string): PlacedForm {
  const found = forms.find(({ definition }) => definition.id === `${set}-${name}`);
  if (!found) throw new Error(`no table ${name}`);
  return found;
}

/** The forms with some cells of a table's lines replaced: `{ 3: { basic: '1.00' } }`. */
export function withCells(
  forms: readonly PlacedForm[],
  name: string,
  cells: Readonly<Record<number, AnswerRow>>,
): PlacedForm[] {
  const changed = tableOf(forms, name);
  return forms.map((form) => {
    if (form !== changed) return form;
    const rows = tableRows(form.answers, 'lines').map((row, index) => ({ ...row, ...cells[index] }));
    return { ...form, answers: withRows(form.answers, 'lines', rows) };
  });
}
