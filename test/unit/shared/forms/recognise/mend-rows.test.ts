import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableRows } from '../../../../../shared/domain/answers.ts';
import { recogniseDocument } from '../../../../../shared/forms/recognise/recognise.ts';
import { amountText, plainName, plainText } from '../../../../support/arbitraries.ts';
import { shippedDefinition } from '../../../../support/definitions.ts';
import { documentOf } from '../../../../support/source-sheets.ts';

const definition = shippedDefinition('futian-unit-target');

const tasks = `道路养护|修补村道坑槽。|12.50|12.50|0.00
绿化管护|补种行道树。|3.00|2.00|1.00
公园保洁|清扫两处公园。|4.00|4.00|0.00`;

const indicators = `产出指标|数量指标|养护里程|≥120公里
||补种棵数|≥300棵
|质量指标|成活率|≥90%
效益指标|社会效益指标|出行条件|明显改善
满意度指标|服务对象满意度指标|群众满意度|≥95%`;

const whole = `单位整体支出绩效目标申报表
（2026年度）
单位名称|云岭县公路站|主管部门|云岭县交通运输局
年度主要任务|任务名称|主要内容|预算金额（万元）||
|||总额|财政拨款|其他资金
${tasks.replaceAll(/^/gmu, '|')}
|金额合计||19.50|18.50|1.00
年度总体目标|道路完好，公园整洁。
绩效指标|一级指标|二级指标|三级指标|指标值
${indicators.replaceAll(/^/gmu, '|')}`;

function read(text: string) {
  const { forms, unrecognised } = recogniseDocument(documentOf(text), [definition], { defaultFiscalYear: 2025 });
  const [form] = forms;
  if (!form || forms.length > 1) throw new Error(`${forms.length} forms`);
  return { ...form, unrecognised, paths: form.notes.map(({ path }) => path) };
}

const sound = read(whole);

/** The form with some of its text replaced; throws where there is nothing to replace, so that a test tests. */
function damaged(from: string, to: string) {
  if (!whole.includes(from)) throw new Error(`no ${from}`);
  return read(whole.replace(from, to));
}

function categories(form: ReturnType<typeof read>) {
  return tableRows(form.answers, 'indicators').map(({ level1, level2 }) => [level1, level2]);
}

describe('a form without damage', () => {
  it('is read without a note', () => {
    expect(sound.notes).toEqual([]);
    expect(sound.unplaced).toEqual([]);
    expect(tableRows(sound.answers, 'tasks')).toHaveLength(3);
  });
});

describe('rows that became running text', () => {
  const task = '|绿化管护|补种行道树。|3.00|2.00|1.00';

  it('are read from it, with the text around them, and say that totals agree', () => {
    const form = damaged(task, '补种 绿化管护 3.00 2.00 1.00 行道树。');
    expect(tableRows(form.answers, 'tasks')).toEqual(
      tableRows(sound.answers, 'tasks').map((row) => ({ ...row, content: row.content?.replace('补种行', '补种 行') })),
    );
    expect(form.paths).toEqual(['tasks.1', 'tasks.1.content']);
    expect(form.notes[0]?.message).toContain('与合计一致');
    expect(form.unplaced).toEqual([]);
  });

  it('have their amounts in the order that the printed totals ask for', () => {
    const form = read(
      whole
        .replace(task, '补种 绿化管护 0.00 3.00 3.00 行道树。')
        .replace('金额合计||19.50|18.50|1.00', '金额合计||19.50|16.50|3.00'),
    );
    expect(tableRows(form.answers, 'tasks')[1]).toMatchObject({ total: '3.00', fiscal: '0.00', other: '3.00' });
    expect(form.paths).toContain('tasks.1.total');
  });

  it('are read over several lines, also with other lines of text among them', () => {
    const form = damaged(task, '补种\n绿化管护 3.00 2.00 1.00\n行道树。');
    expect(tableRows(form.answers, 'tasks')[1]).toMatchObject({
      name: '绿化管护',
      content: '补种 行道树。',
      total: '3.00',
    });
  });

  it('say so where the totals do not agree', () => {
    const form = damaged(task, '补种 绿化管护 5.00 5.00 0.00 行道树。');
    expect(form.notes[0]?.message).toContain('不一致');
  });

  it('stay text where the figures do not add up', () => {
    const form = damaged(task, '其中 绿化面积 3.00 4.00 5.00 亩。');
    expect(tableRows(form.answers, 'tasks')).toHaveLength(2);
    expect(form.unplaced.map(({ text }) => text)).toEqual(['其中 绿化面积 3.00 4.00 5.00 亩。']);
  });
});

describe('a label and its value', () => {
  it('are read where the value stands in paragraphs below, and the label is marked as a heading', () => {
    const form = damaged('年度总体目标|道路完好，公园整洁。', '## 年度 总体 目标\n道路完好，\n公园整洁。');
    expect(form.answers.annualGoal).toBe('道路完好，\n公园整洁。');
    expect(form.paths).toEqual(['annualGoal']);
    expect(form.unplaced).toEqual([]);
  });

  it('are read where the value is cut in two cells', () => {
    const form = damaged('主管部门|云岭县交通运输局', '主管部门|云岭县|交通运输局');
    expect(form.answers).toEqual(sound.answers);
    expect(form.paths).toEqual(['department']);
  });
});

describe('categories', () => {
  it('that drifted out of the table go back to its first rows', () => {
    const form = damaged(
      '|产出指标|数量指标|养护里程|≥120公里\n|||补种棵数|≥300棵',
      '|||养护里程|≥120公里\n数量指标\n产出指标\n|||补种棵数|≥300棵',
    );
    expect(form.answers).toEqual(sound.answers);
    expect(form.paths.toSorted()).toEqual(['indicators.0.level1', 'indicators.0.level2']);
    expect(form.unplaced).toEqual([]);
  });

  it('that each stand above their rows go to those', () => {
    const form = damaged('|效益指标|社会效益指标|出行条件', '效益指标\n社会效益指标\n|||出行条件');
    expect(form.answers).toEqual(sound.answers);
    expect(form.paths).toContain('indicators.3.level2');
  });

  it('are known with remains of another cell in front', () => {
    const form = damaged('|服务对象满意度指标|', '|意度指标 服务对象满意度指标|');
    expect(form.answers).toEqual(sound.answers);
    expect(form.paths).toEqual(['indicators.4.level2']);
  });

  it('are taken from above where a scan made noise of them; the noise is left over', () => {
    const form = damaged('|||补种棵数', '||中3 X1日|补种棵数');
    expect(categories(form)).toEqual(categories(sound));
    expect(form.unplaced.map(({ text }) => text)).toEqual(['中3 X1日']);
    expect(form.paths).toEqual(['indicators.1.level2']);
  });

  it('printed in the middle of a merged cell belong to its first row', () => {
    const form = damaged(
      '|产出指标|数量指标|养护里程|≥120公里\n|||补种棵数',
      '|产出指标||养护里程|≥120公里\n||数量指标|补种棵数',
    );
    expect(form.answers).toEqual(sound.answers);
    expect(form.paths).toEqual(['indicators.0.level2']);
    const shifted = damaged(
      '|产出指标|数量指标|养护里程|≥120公里\n|||补种棵数',
      '||产出指标||养护里程|≥120公里\n||数量指标|补种棵数',
    );
    expect(shifted.answers).toEqual(sound.answers);
  });

  it('printed in the middle of an outer cell begin nothing', () => {
    const form = damaged('|产出指标|数量指标|养护里程|≥120公里\n|', '||数量指标|养护里程|≥120公里\n|产出指标');
    expect(form.answers).toEqual(sound.answers);
    expect(form.paths).toEqual(['indicators.0.level1']);
  });

  it('stay as they are typed where they are words', () => {
    const form = damaged('|社会效益指标|', '|安全效益|');
    expect(categories(form)[3]).toEqual(['效益指标', '安全效益']);
    const next = damaged(
      '|效益指标|社会效益指标|出行条件|明显改善',
      '|效益指标|安全效益|出行条件|改善\n||社会效益指标|照明|改善',
    );
    expect(categories(next).slice(3, 5)).toEqual([
      ['效益指标', '安全效益'],
      ['效益指标', '社会效益指标'],
    ]);
    expect(form.unplaced).toEqual([]);
  });
});

describe('labels that drifted out of the table', () => {
  it('say nothing of their own', () => {
    const form = damaged(`|${tasks.split('\n')[1]}`, `|${tasks.split('\n')[1]}\n年度 主要 任务`);
    expect(form.answers).toEqual(sound.answers);
    expect(form.unplaced).toEqual([]);
  });
});

describe('paragraphs anywhere in a form', () => {
  const figures = fc.tuple(plainName, fc.array(amountText, { maxLength: 4 })).map((parts) => parts.flat().join(' '));
  const categories = fc.constantFrom('数量指标', '效益指标', '## 年度主要任务', '年度总体目标', '绩效指标');
  const paragraph = fc.oneof(
    plainText,
    figures,
    categories,
    fc.tuple(plainText, figures, plainText).map((parts) => parts.join(' ')),
  );
  const rows = whole.split('\n');
  const plain = (text: string): string => text.normalize('NFKC').replace(/[\s,#|]/gu, '');

  it('never lose a word', () => {
    const inserts = fc.array(fc.tuple(fc.nat({ max: rows.length - 1 }), paragraph), { maxLength: 6 });
    fc.assert(
      fc.property(inserts, (all) => {
        const text = rows
          .flatMap((row, index) => [row, ...all.filter(([at]) => at === index).map(([, words]) => words)])
          .join('\n');
        const { forms, unrecognised } = recogniseDocument(documentOf(text), [definition], { defaultFiscalYear: 2025 });
        const kept = plain(
          JSON.stringify([forms.map(({ answers, unplaced, notes }) => [answers, unplaced, notes]), unrecognised])
            .replaceAll('\\n', '')
            .replaceAll('\\"', '"'),
        );
        const labels = plain(JSON.stringify(definition.layout));
        for (const word of all.flatMap(([, words]) => words.split(/\s+/u)).map(plain)) {
          expect(kept.includes(word) || labels.includes(word) ? '' : word).toBe('');
        }
      }),
    );
  });
});
