import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerRow } from '../../../../shared/domain/answers.ts';
import { answersSchema, fieldText, tableRows } from '../../../../shared/domain/answers.ts';
import { targetParts } from '../../../../shared/domain/target.ts';
import type { TableDefinition, ValueType } from '../../../../shared/forms/definition.ts';
import {
  columnOf,
  emptyAnswers,
  emptyRow,
  fieldOf,
  fillDown,
  keptRows,
  shapeAnswers,
  summaryAmount,
  summaryTitle,
  summaryUnit,
  tableOf,
} from '../../../../shared/forms/shape.ts';
import { looseAnswersOf } from '../../../support/arbitraries.ts';
import { shippedDefinitions } from '../../../support/definitions.ts';
import { output, sampleDefinition, soundAnswers, soundIndicators } from '../../../support/sample-form.ts';

const table = tableOf(sampleDefinition, 'indicators') as TableDefinition;
const shapedRows = (rows: readonly AnswerRow[]) =>
  tableRows(shapeAnswers(sampleDefinition, { indicators: rows }), 'indicators').map((row) =>
    ['level1', 'level2', 'level3', 'target'].map((column) => row[column]).join('|'),
  );

/** What is kept of a text: of one that is paragraphs each without the white space around it, and no blank ones. */
function keptText(type: ValueType, text: string): string {
  const whole = text.replace(/\r\n?/gu, '\n').trim();
  return type === 'paragraphs' ? whole.replace(/\s*\n\s*/gu, '\n') : whole;
}

describe('shapeAnswers', () => {
  it('has every field of the definition and no other', () => {
    const shaped = shapeAnswers(sampleDefinition, {
      projectName: '图书室',
      stray: 'x',
      annualFunds: { total: '1', odd: '2' },
    });
    expect(shaped).toEqual({
      ...emptyAnswers(sampleDefinition),
      projectName: '图书室',
      annualFunds: { total: '1', fiscal: null, other: null },
    });
  });

  it('cuts white space around texts, keeps inner line breaks, one kind of them', () => {
    const shaped = shapeAnswers(sampleDefinition, { annualGoal: ' 　第一项\r\n第二项\r第三项 \n' });
    expect(fieldText(shaped, 'annualGoal')).toBe('第一项\n第二项\n第三项');
  });

  it('writes amounts in plain digits, and keeps what is none, so that nothing typed is lost', () => {
    const shaped = shapeAnswers(sampleDefinition, {
      annualFunds: { total: ' １，２３４．５０ ', fiscal: '约60', other: ' ' },
    });
    expect(shaped.annualFunds).toEqual({ total: '1234.50', fiscal: '约60', other: null });
  });

  it('takes targets apart', () => {
    const [row] = tableRows(
      shapeAnswers(sampleDefinition, { indicators: [output('合格率', ' 不低于 90 ％')] }),
      'indicators',
    );
    expect(row).toEqual({ ...output('合格率', '不低于 90 ％'), operator: '≥', value: '90', unit: '%' });
  });

  it('fills categories down, and drops rows that say nothing', () => {
    expect(
      shapedRows([
        { level1: '产出', level2: '数量', level3: 'a', target: '1' },
        { level1: '', level2: '', level3: 'b', target: '' },
        { level1: '', level2: '', level3: '', target: ' ' },
        { level1: '产出', level2: '数量', level3: '', target: '' },
        { level2: '质量', level3: 'c' },
        { level1: '效益', level2: '', level3: 'd' },
        { level1: '满意', level2: '', level3: '', target: '' },
      ]),
    ).toEqual(['产出|数量|a|1', '产出|数量|b|', '产出|质量|c|', '效益||d|', '满意|||']);
  });

  it('is empty for nothing', () => {
    expect(emptyAnswers(sampleDefinition).indicators).toEqual([]);
    expect(emptyRow(table)).toEqual({
      level1: '',
      level2: '',
      level3: '',
      target: '',
      operator: null,
      value: null,
      unit: null,
    });
  });

  describe.each(shippedDefinitions)('for $id', (definition) => {
    const loose = fc
      .integer({ min: definition.years.from, max: definition.years.from + 3 })
      .chain((year) => looseAnswersOf(definition, year));

    it('changes nothing the second time', () => {
      fc.assert(
        fc.property(loose, (answers) => {
          const once = shapeAnswers(definition, answers);
          expect(shapeAnswers(definition, once)).toEqual(once);
          expect(answersSchema.safeParse(once).success).toBe(true);
        }),
      );
    });

    it('keeps every word, and says which rows it kept', () => {
      fc.assert(
        fc.property(loose, (answers) => {
          const shaped = shapeAnswers(definition, answers);
          for (const { id, type } of definition.fields) {
            if (type === 'amount') continue;
            // An empty table says so by itself.
            const kept = keptText(type, fieldText(answers, id));
            if (kept === '' && definition.tables.some(({ emptyNote }) => emptyNote?.field === id)) continue;
            expect(fieldText(shaped, id)).toBe(kept);
          }
          for (const one of definition.tables) {
            const typed = tableRows(answers, one.id);
            const kept = keptRows(one, typed);
            const rows = tableRows(shaped, one.id);
            expect(kept).toHaveLength(rows.length);
            const printed = new Set((one.fixed ?? []).flatMap(({ texts }) => Object.keys(texts)));
            const own = one.columns.filter(
              ({ id, type }) => !one.groupBy.includes(id) && type !== 'amount' && !printed.has(id),
            );
            for (const [index, row] of rows.entries()) {
              if (kept[index] === -1) {
                expect(row).toMatchObject(one.emptyCategory ?? {});
                continue;
              }
              for (const { id, type } of own) {
                expect(row[id]).toBe(keptText(type, typed[kept[index] ?? -1]?.[id] ?? ''));
              }
              for (const { id } of own.filter(({ type }) => type === 'target')) {
                expect(row).toMatchObject(targetParts(row[id] ?? ''));
              }
            }
            const lost = typed.filter((_row, index) => !kept.includes(index));
            for (const row of lost) for (const { id } of own) expect((row[id] ?? '').trim()).toBe('');
          }
        }),
      );
    });
  });
});

describe('fillDown', () => {
  it('does not carry an inner category past a change of the outer one', () => {
    const rows = [
      { a: '1', b: 'x' },
      { a: '', b: '' },
      { a: '2', b: '' },
      { a: '', b: 'y' },
      { a: '', b: '' },
    ];
    expect(fillDown(['a', 'b'], rows).map(({ a, b }) => `${a}${b}`)).toEqual(['1x', '1x', '2', '2y', '2y']);
  });

  it('leaves rows alone where nothing is grouped', () => {
    expect(fillDown([], [{ a: '' }])).toEqual([{ a: '' }]);
  });
});

describe('lookups and summaries', () => {
  it('find what the definition has, and nothing else', () => {
    expect(fieldOf(sampleDefinition, 'annualFunds.total')?.label).toBe('年度金额');
    expect(fieldOf(sampleDefinition, 'annualFunds')).toBeUndefined();
    expect(columnOf(table, 'target')?.type).toBe('target');
    expect(tableOf(sampleDefinition, 'target')).toBeUndefined();
  });

  it('name a record, its unit and its amount', () => {
    expect(summaryTitle(sampleDefinition, soundAnswers)).toBe('乡镇图书馆延时开放');
    expect(summaryUnit(sampleDefinition, soundAnswers)).toBe('示例县文化旅游局');
    expect(summaryAmount(sampleDefinition, soundAnswers)).toBe('60.25');
    const bare = { ...sampleDefinition, summary: { title: 'projectName' } };
    expect([summaryUnit(bare, soundAnswers), summaryAmount(bare, soundAnswers)]).toEqual(['', null]);
    expect(summaryAmount(sampleDefinition, { annualFunds: { total: '约60' } })).toBeNull();
    expect(keptRows(table, soundIndicators)).toHaveLength(soundIndicators.length);
  });
});
