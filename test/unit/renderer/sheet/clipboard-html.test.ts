import { describe, expect, it } from 'vitest';
import { formatHtmlTable, spreadSpans } from '../../../../renderer/sheet/clipboard-html.ts';

const cell = (text: string, columnSpan = 1, rowSpan = 1) => ({ text, columnSpan, rowSpan });

describe('spreadSpans', () => {
  it('leaves the covered cells of a merged one empty', () => {
    const rows = [
      [cell('产出', 1, 3), cell('数量', 1, 2), cell('a', 2)],
      [cell('b', 2)],
      [cell('质量'), cell('c'), cell('d')],
    ];
    expect(spreadSpans(rows)).toEqual([
      ['产出', '数量', 'a', ''],
      ['', '', 'b', ''],
      ['', '质量', 'c', 'd'],
    ]);
  });
  it('fills short rows up', () => {
    expect(spreadSpans([[cell('a'), cell('b')], [cell('c')]])).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
  });
  it('gives nothing for no rows', () => {
    expect(spreadSpans([])).toEqual([]);
  });
});

describe('formatHtmlTable', () => {
  it('writes texts as texts', () => {
    expect(formatHtmlTable([['<b>&"', 'a\nb']])).toBe(
      '<table border="1"><tr><td>&lt;b&gt;&amp;&quot;</td><td>a<br>b</td></tr></table>',
    );
  });
});
