import { describe, expect, it } from 'vitest';
import type { BookForm } from '../../../../shared/book/assemble.ts';
import { bookDefinitionSchema } from '../../../../shared/book/book-definition.ts';
import { publicationProblems } from '../../../../shared/book/publication-check.ts';
import { shapeAnswers } from '../../../../shared/forms/shape.ts';
import { shippedDefinition } from '../../../support/definitions.ts';
import { sampleBook, sampleBookForms } from '../../../support/sample-book.ts';

const problems = (forms: readonly BookForm[], book = sampleBook) =>
  publicationProblems(book, book.parts, { unit: '云岭县示例局', fiscalYear: 2026, forms });

function form(definitionId: string, answers: object): BookForm {
  const definition = shippedDefinition(definitionId);
  return { definition, record: { id: 'form-1', fiscalYear: 2026, answers: shapeAnswers(definition, { ...answers }) } };
}

describe('publicationProblems', () => {
  it('has nothing to say of a sound book', () => {
    expect(problems(sampleBookForms)).toEqual([]);
  });

  it('names parts without a form, each once', () => {
    const found = problems(sampleBookForms.filter(({ definition }) => definition.family === 'project-target'));
    expect(found.map(({ recordId, message }) => [recordId, message])).toEqual([
      [null, '还没有“整体绩效目标”，公开文本中缺这一部分。'],
      [null, '还没有“保障措施”，公开文本中缺这一部分。'],
    ]);
  });

  it('leads to personal data, texts to be filled in, mark-up and stale years', () => {
    const texts = ['联系人手机13912345678', '资金用于××项目', '<p>购置设备</p>', '完成2023年任务'];
    const found = texts.flatMap((purpose) =>
      problems([form('haigang-project-target', { projectName: '甲项目', purpose }), ...sampleBookForms]),
    );
    expect(found.map(({ recordId, path, title }) => [recordId, path, title])).toEqual(
      texts.map(() => ['form-1', 'purpose', '甲项目']),
    );
  });

  it('asks for a figure where the book wants one, and only there', () => {
    const definition = 'haigang-budget-three-public';
    const book = bookDefinitionSchema.parse({
      ...sampleBook,
      parts: [{ kind: 'forms', id: 'three', title: '“三公”经费', definition }],
      noBlanks: [{ definition, columns: ['total'] }],
    });
    const all = shippedDefinition(definition).tables[0]?.fixed ?? [];
    const lines = all.map((_line, index) => ({ line: `${index + 1}`, total: index === 2 ? null : '0.00' }));
    expect(problems([form(definition, { reportingUnit: '云岭县示例局', lines })], book)).toMatchObject([
      { path: 'lines.2.total', message: '公开时此处不能空白，没有的填 0。' },
    ]);
  });
});
