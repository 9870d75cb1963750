import { describe, expect, it } from 'vitest';
import { tableRows } from '../../../../../shared/domain/answers.ts';
import { recogniseDocument } from '../../../../../shared/forms/recognise/recognise.ts';
import { shippedDefinition, shippedDefinitions } from '../../../../support/definitions.ts';
import { documentOf } from '../../../../support/source-sheets.ts';

const TITLE = '部门项目支出预算绩效目标表';
const HEADING = '一级指标|二级指标|三级指标|绩效值';
const head = (name: string): string => `${TITLE}
单位：万元
项目名称|${name}||
主管部门|218-云岭县水利局|实施单位|218001-云岭县水利局本级
项目属性||项目期限|1年
项目主管处室|04-农业股|项目年度金额|36
年度总体绩效目标|渠道畅通。||
${HEADING}
1-产出指标|11-数量指标|清淤长度|≥12公里`;
const REST = `|12-质量指标|验收合格率|100%
||渠道|按图施工
2-效益指标|22-社会效益|灌溉条件|明显改善`;

const read = (text: string) => recogniseDocument(documentOf(text), shippedDefinitions, { defaultFiscalYear: 2025 });
const answersOf = (text: string) => read(text).forms.map(({ answers }) => answers);

describe('a form that goes on over the page', () => {
  const whole = answersOf(`${head('渠道维修')}\n${REST}\n${head('水库巡查')}\n${REST}`);

  it('is one form with its heading printed again, under its title or a mark or by itself', () => {
    expect(whole).toHaveLength(2);
    for (const page of [
      HEADING,
      `${TITLE}\n${HEADING}`,
      `续表\n${HEADING}`,
      `- 2 -\n${TITLE}\n单位：万元\n${HEADING}`,
      '（续）',
    ]) {
      const broken = [head('渠道维修'), page, REST, head('水库巡查'), page, REST].join('\n');
      expect(answersOf(broken), page).toEqual(whole);
      expect(read(broken).unrecognised, page).toEqual([]);
    }
  });

  it('keeps a line that stands between its parts', () => {
    const { forms } = read(`${head('渠道维修')}\n（接下页）\n${HEADING}\n${REST}`);
    expect(forms.map(({ answers, unplaced }) => [answers, unplaced.map(({ text }) => text)])).toEqual([
      [whole[0], ['（接下页）']],
    ]);
  });

  it('does not take in the table of another form', () => {
    const other = `部门预算国有资本经营预算财政拨款支出表\n${HEADING}\n${REST}`;
    const { forms, unrecognised } = recogniseDocument(
      documentOf(`${head('渠道维修')}\n${other}`),
      [shippedDefinition('hongsibu-project-target'), shippedDefinition('haigang-budget-capital-expenditure')],
      { defaultFiscalYear: 2025 },
    );
    const [form] = forms;
    const said = tableRows(form?.answers ?? {}, 'indicators').filter(({ level3 }) => level3 !== '无');
    expect([forms.length, said.map(({ level3 }) => level3)]).toEqual([1, ['清淤长度']]);
    expect(unrecognised.length).toBeGreaterThan(3);
  });
});
