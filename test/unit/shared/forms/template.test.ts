import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate, templateFields, templatePieces } from '../../../../shared/forms/template.ts';

describe('templates', () => {
  it('name their fields in order', () => {
    expect(templateFields('{projectName}项目（{fiscalYear}年度，{annualFunds.total}）')).toEqual([
      'projectName',
      'fiscalYear',
      'annualFunds.total',
    ]);
    expect(templateFields('单位：万元 {} { a } {1a}')).toEqual([]);
  });

  it('are filled in with the texts of the fields, whatever these hold', () => {
    expect(fillTemplate('（{fiscalYear}年度）', () => '2026')).toBe('（2026年度）');
    expect(fillTemplate('{a}与{b}', (field) => (field === 'a' ? '{b}$&$1' : 'x'))).toBe('{b}$&$1与x');
  });

  it('have one fixed piece more than fields, and pieces and texts together are the filled template', () => {
    const piece = fc.string({ unit: fc.constantFrom('（', '年', '：', ' ', '$', 'a', '\\'), maxLength: 4 });
    const parts = fc.array(fc.tuple(piece, fc.constantFrom('a', 'projectName', 'annualFunds.total')), { maxLength: 4 });
    fc.assert(
      fc.property(parts, piece, fc.string(), (fields, last, text) => {
        const template = fields.map(([before, field]) => `${before}{${field}}`).join('') + last;
        expect(templateFields(template)).toEqual(fields.map(([, field]) => field));
        expect(templatePieces(template)).toEqual([...fields.map(([before]) => before), last]);
        expect(fillTemplate(template, () => text)).toBe(templatePieces(template).join(text));
      }),
    );
  });
});
