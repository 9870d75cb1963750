import { describe, expect, it } from 'vitest';
import { READER_LIMITS } from '../../../../../electron/core/readers/limits.ts';
import { readText } from '../../../../../electron/core/readers/text.ts';
import { tableRows } from '../../../../../shared/domain/answers.ts';
import { type RecognisedForm, recogniseDocument } from '../../../../../shared/forms/recognise/recognise.ts';
import { shippedDefinition } from '../../../../support/definitions.ts';

const definitions = [shippedDefinition('hongsibu-project-target'), shippedDefinition('dalian-project-target')];

const title = '部门项目支出预算绩效目标表';
const table = [
  ['项目名称', '乡村道路养护', '', ''],
  ['主管部门', '305-云岭县交通运输局', '实施单位', '305001-云岭县公路站'],
  ['项目属性', '', '项目期限', '1年'],
  ['项目主管处室', '06-经建股', '项目年度金额', '80.5'],
  ['年度总体绩效目标', '全县乡村道路保持完好，群众出行更加方便', '', ''],
  ['一级指标', '二级指标', '三级指标', '绩效值'],
  ['1-产出指标', '11-数量指标', '养护里程', '≥120公里'],
  ['', '12-质量指标', '验收合格率', '≥95%'],
  ['', '13-时效指标', '完成时限', '12月底前'],
  ['', '14-成本指标', '养护资金', '80.5万元'],
  ['2-效益指标', '21-经济效益', '无', '无'],
  ['', '22-社会效益', '出行条件', '明显改善'],
  ['', '23-生态效益', '无', '无'],
  ['', '24-可持续影响', '养护机制', '逐步健全'],
  ['3-满意度指标', '31-服务对象满意度', '群众满意度', '≥90%'],
];

interface Shape {
  readonly tab?: string;
  /** Stands between two rows. */
  readonly between: string;
  readonly keepsEmpty: boolean;
}

/** The table with one cell per line. */
function stacked({ tab = '', between, keepsEmpty }: Shape, rows: readonly (readonly string[])[] = table): string {
  const lines = rows.map((row) =>
    row.flatMap((cell) => (cell === '' && !keepsEmpty ? [] : [cell === '' ? '\n' : `${tab}${cell}\n`])).join(''),
  );
  return `${title}\n${between}单位：万元\n${between}${lines.join(between)}`;
}

function read(text: string): { forms: readonly RecognisedForm[]; unrecognised: readonly { text: string }[] } {
  const sheet = readText(text, READER_LIMITS);
  if (!sheet.ok) throw new Error(sheet.error.kind);
  return recogniseDocument({ sheets: [sheet.value] }, definitions, { defaultFiscalYear: 2025 });
}

const tabbed = `${title}\n单位：万元\n${table.map((row) => row.join('\t')).join('\n')}`;
const whole = read(tabbed).forms[0];
const RECUT = '原文一行一格';

function indicators(form: RecognisedForm | undefined): (string | null | undefined)[][] {
  return tableRows(form?.answers ?? {}, 'indicators').map((row) => [row.level1, row.level2, row.level3, row.target]);
}

describe('text with one cell per line and no tabs', () => {
  const shapes: [string, Shape][] = [
    ['blank lines between rows and for empty cells', { between: '\n', keepsEmpty: true }],
    ['blank lines between rows, empty cells lost', { between: '\n', keepsEmpty: false }],
    ['blank lines for empty cells only', { between: '', keepsEmpty: true }],
    ['tabs, with blank cells stripped', { tab: '\t', between: '\n', keepsEmpty: true }],
    ['tabs, with blank cells lost', { tab: '\t', between: '\n', keepsEmpty: false }],
  ];

  it.each(shapes)('is cut into the rows of its form: %s', (_, shape) => {
    const { forms, unrecognised } = read(stacked(shape));
    expect(forms.map(({ answers }) => answers)).toEqual([whole?.answers]);
    expect(forms.flatMap(({ unplaced }) => unplaced)).toEqual([]);
    expect(unrecognised).toEqual([]);
  });

  it('says that it was cut', () => {
    const { forms } = read(stacked({ between: '\n', keepsEmpty: true }));
    expect(forms[0]?.notes[0]?.message).toContain(RECUT);
    expect(forms[0]?.notes[0]?.place).toBe('第5行');
    expect(whole?.notes.some(({ message }) => message.includes(RECUT))).toBe(false);
  });

  it('finds every form of several, and leaves what stands between them', () => {
    const one = stacked({ between: '\n', keepsEmpty: true });
    const { forms, unrecognised } = read(`${one}\n说明一\n\n说明二\n\n${one.replaceAll('乡村道路', '县道桥梁')}`);
    expect(forms.map(({ answers }) => answers.projectName)).toEqual(['乡村道路养护', '县道桥梁养护']);
    expect(forms.map(indicators)).toEqual([indicators(whole), indicators(whole)]);
    expect(unrecognised.length + forms.flatMap(({ unplaced }) => unplaced).length).toBe(2);
  });

  it('loses no text of a form that has lines too many', () => {
    const more = stacked({ between: '\n', keepsEmpty: true }).replace('验收合格率\n', '验收合格率\n（含县道）\n');
    const { forms, unrecognised } = read(more);
    const told = JSON.stringify([forms.map(({ answers, unplaced }) => [answers, unplaced]), unrecognised]);
    expect(told).toContain('（含县道）');
    expect(forms.flatMap(({ notes }) => notes.map(({ message }) => message)).join()).toContain('已按内容归到各列');
  });

  it('leaves alone what is no form', () => {
    const text = '通知\n\n各单位：\n\n请于月底前报送。\n\n联系人\n\n张三\n\n电话\n\n地址\n\n云岭县\n\n附件\n\n一份\n';
    const { forms, unrecognised } = read(text);
    expect(forms).toEqual([]);
    expect(unrecognised.map((left) => left.text).join('|')).toBe(
      text
        .split('\n')
        .filter((line) => line !== '')
        .join('|'),
    );
  });
});
