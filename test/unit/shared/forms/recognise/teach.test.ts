import { describe, expect, it } from 'vitest';
import { tableRows } from '../../../../../shared/domain/answers.ts';
import type { Lesson } from '../../../../../shared/forms/recognise/lesson.ts';
import { isSameLesson, lessonSchema } from '../../../../../shared/forms/recognise/lesson.ts';
import type { RecognisedForm } from '../../../../../shared/forms/recognise/recognise.ts';
import { recogniseDocument } from '../../../../../shared/forms/recognise/recognise.ts';
import { shippedDefinition } from '../../../../support/definitions.ts';
import { documentOf } from '../../../../support/source-sheets.ts';

const definition = shippedDefinition('dalian-project-target');
const definitionId = definition.id;

function text(name: string): string {
  return `（2026年度）
填报单位（盖章）云岭县交通运输局
单位：万元
工程名称|${name}||项目实施期|2026.01.01-2026.12.31
主管部门|云岭县交通运输局||实施单位|云岭县公路站
项目属性|||项目类别|
资金投入（万元）|实施期金额|80.50|年度金额|80.50
|其中：财政拨款|80.50|其中：财政拨款|80.50
|其他资金|0|其他资金|0
绩效目标|实施期目标||年度目标
|道路完好。||道路保持完好。|
一级指标|二级指标|三级指标|考核频次|打算做到
产出指标|数量指标|养护里程|每年|120公里左右
||巡查次数|每月|两次
效益指标|社会效益指标|出行条件|每年|明显改善`;
}

function read(lessons: readonly Lesson[]): readonly RecognisedForm[] {
  const document = documentOf(`${text('乡村道路养护')}\n${text('桥梁检测')}`);
  return recogniseDocument(document, [definition], { defaultFiscalYear: 2026, lessons }).forms;
}

const targets = (form: RecognisedForm | undefined) =>
  tableRows(form?.answers ?? {}, 'indicators').map((row) => row.target);
const unplaced = (form: RecognisedForm | undefined) => form?.unplaced.map((left) => left.text) ?? [];

const label: Lesson = { kind: 'label', definitionId, path: 'projectName', text: '工程 名称：' };
const heading: Lesson = { kind: 'label', definitionId, path: 'indicators.target', text: '打算做到' };
const column: Lesson = { kind: 'column', definitionId, path: 'indicators.target', column: 4 };

describe('what a person taught', () => {
  it('is needed for these forms', () => {
    expect(read([]).map(unplaced)).toEqual([
      expect.arrayContaining(['工程名称', '打算做到']),
      expect.arrayContaining(['工程名称', '打算做到']),
    ]);
  });

  it('makes a text the label of a field, in every form of the document, without a note', () => {
    const forms = read([label]);
    expect(forms.map(({ answers }) => answers.projectName)).toEqual(['乡村道路养护', '桥梁检测']);
    for (const form of forms) {
      expect(unplaced(form)).not.toContain('工程名称');
      expect(form.notes.map(({ path }) => path)).not.toContain('projectName');
    }
  });

  it('makes a text the heading of a column', () => {
    for (const form of read([heading])) {
      expect(targets(form)).toEqual(['120公里左右', '两次', '明显改善']);
      expect(unplaced(form)).toEqual(expect.arrayContaining(['考核频次', '每年', '每月']));
      expect(unplaced(form)).not.toContain('打算做到');
    }
  });

  it('makes a column of the source a column of the table, whatever the texts look like', () => {
    for (const form of read([column])) expect(targets(form)).toEqual(['120公里左右', '两次', '明显改善']);
    for (const form of read([{ ...column, column: 3 }])) expect(targets(form)).toEqual(['每年', '每月', '每年']);
  });

  it('says nothing about other forms, and nothing about places that are not there', () => {
    const others: Lesson[] = [
      { ...label, definitionId: 'other' },
      { ...label, path: 'nothing' },
      { ...column, path: 'indicators.nothing' },
    ];
    expect(read(others)).toEqual(read([]));
  });

  it('leaves a form that is printed as it should be alone', () => {
    const whole = text('乡村道路养护').replace('工程名称', '项目名称');
    const options = { defaultFiscalYear: 2026 };
    const plain = recogniseDocument(documentOf(whole), [definition], options);
    expect(recogniseDocument(documentOf(whole), [definition], { ...options, lessons: [label] })).toEqual(plain);
  });
});

describe('a lesson', () => {
  it('is told from others by what it says', () => {
    expect(isSameLesson(label, { ...label })).toBe(true);
    expect(isSameLesson(label, { ...label, text: '名称' })).toBe(false);
    expect(isSameLesson(column, { ...column })).toBe(true);
    expect(isSameLesson(column, heading)).toBe(false);
    expect(isSameLesson(heading, label)).toBe(false);
  });

  it('is checked where it comes from the page', () => {
    expect(lessonSchema.safeParse(label).success).toBe(true);
    expect(lessonSchema.safeParse({ ...label, text: '' }).success).toBe(false);
    expect(lessonSchema.safeParse({ ...column, column: -1 }).success).toBe(false);
  });
});
