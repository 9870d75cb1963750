import { describe, expect, it } from 'vitest';
import type { Subject } from '../../../../shared/subjects/subject.ts';
import { SubjectNames } from '../../../../shared/subjects/subject-names.ts';
import { subjectRemark } from '../../../../shared/subjects/subject-remark.ts';
import { shippedDefinition } from '../../../support/definitions.ts';

const subjects: readonly Subject[] = [
  { code: '205', name: '教育支出' },
  { code: '2010301', name: '行政运行' },
  { code: '2010350', name: '事业运行' },
  { code: '20103', name: '政府办公厅（室）及相关机构事务' },
  { code: '2050302', name: '中等职业教育' },
  { code: '208', name: '社会保障和就业支出' },
  { code: '2080505', name: '机关事业单位基本养老保险缴费支出' },
];
const dictionary = new SubjectNames(subjects);
const [table] = shippedDefinition('haigang-budget-income').tables;
if (!table) throw new Error('no table');
const remark = (code: string | null, name: string | null, tableYear: number | null = 2026) =>
  subjectRemark(table, { code, name }, { dictionary, tableYear });

describe('subjectRemark', () => {
  it('has nothing to say of the name of the table, whatever its width and what it is set in', () => {
    expect(remark('205', '教育支出')).toBeNull();
    expect(remark('205', '　　教育支出 ')).toBeNull();
    expect(remark('20103', '政府办公厅(室)及相关机构事务')).toBeNull();
  });

  it('has nothing to say of a longer or shorter form of it', () => {
    for (const name of ['其中：行政运行', '行政运行（项）', '行政运行项', '（一）行政运行']) {
      expect(remark('2010301', name)).toBeNull();
    }
    expect(remark('208', '社会保障和就业')).toBeNull();
    expect(remark('2080505', '基本养老保险缴费支出')).toBeNull();
    expect(remark('2080505', '缴费')).toMatchObject({ kind: 'otherWording' });
  });

  it('knows a slip, but takes no other subject for one', () => {
    expect(remark('2080505', '机关事业单位基本养老保缴费支出')).toEqual({ kind: 'slip', name: subjects.at(-1)?.name });
    expect(remark('2010301', '行政政运行')).toMatchObject({ kind: 'slip' });
    expect(remark('208', '社会保障与就业支出')).toMatchObject({ kind: 'slip' });
    // Where the table is not whole, this may be the name of a subject that it lacks.
    expect(remark('2050302', '高等职业教育', null)).toEqual({ kind: 'otherWording', name: '中等职业教育' });
    expect(remark('2010350', '行政运行')).toMatchObject({ kind: 'otherSubject', meant: [{ code: '2010301' }] });
  });

  it('tells white space inside, another wording, no name and an unknown code apart', () => {
    expect(remark('205', '教育 支出')).toEqual({ kind: 'spaced', name: '教育支出' });
    expect(remark('205', '文化支出')).toEqual({ kind: 'otherWording', name: '教育支出' });
    expect(remark('205', null)).toEqual({ kind: 'unnamed', name: '教育支出' });
    expect(remark('2059977', '某项')).toEqual({ kind: 'unknown' });
  });

  it('has nothing to say without a code or a subject table', () => {
    expect(remark(null, '合计')).toBeNull();
    expect(subjectRemark(table, { code: '205', name: '文化支出' }, null)).toBeNull();
    const [fixed] = shippedDefinition('haigang-budget-balance').tables;
    expect(fixed && subjectRemark(fixed, { code: '205' }, { dictionary, tableYear: 2026 })).toBeNull();
  });
});
