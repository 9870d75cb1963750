import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { writeHtml } from '../../../../../electron/core/writers/html.ts';
import { sampleAnswers, sampleDocument, sampleSection } from '../../../../support/paper-samples.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);

function elements(node: Node, name: string): Element[] {
  const own = 'tagName' in node && node.tagName === name ? [node] : [];
  return [...own, ...childrenOf(node).flatMap((child) => elements(child, name))];
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return node.nodeName === 'br' ? '\n' : childrenOf(node).map(textOf).join('');
}

const attribute = (element: Element, name: string) => element.attrs.find((attr) => attr.name === name)?.value;

const hostile = '<img src=x onerror="alert(1)"> & </td><script>alert(2)</script>\n=1+1\n  两个空格';

describe('writeHtml', () => {
  const sections = [
    sampleSection(1, { ...sampleAnswers(1), annualGoal: hostile }),
    sampleSection(2, sampleAnswers(2, { indicators: 20 })),
  ];
  const html = writeHtml({ ...sampleDocument(sections), title: '</title><script>1</script>' });
  const page = parse(html);

  it('is one table per form that reads back as the same cells', () => {
    const tables = elements(page, 'table').map((table) =>
      elements(table, 'tr').map((row) =>
        elements(row, 'td').map((cell) => ({
          text: textOf(cell),
          columnSpan: Number(attribute(cell, 'colspan') ?? 1),
          rowSpan: Number(attribute(cell, 'rowspan') ?? 1),
        })),
      ),
    );
    expect(tables).toEqual(
      sections.map(({ grid }) =>
        grid.rows.map((row) => row.cells.map(({ text, columnSpan, rowSpan }) => ({ text, columnSpan, rowSpan }))),
      ),
    );
  });

  it('tells workbook programs that values are text', () => {
    const amount = elements(page, 'td').find(
      (cell) =>
        textOf(cell) ===
        sections[0]?.grid.rows.flatMap((row) => row.cells).find((cell) => cell.role === 'amount')?.text,
    );
    expect(amount && attribute(amount, 'sdnum')).toMatch(/;@$/u);
    expect(textOf(elements(page, 'style')[0] ?? page)).toContain('mso-number-format:"\\@"');
  });

  it('holds no scripts, no handlers and nothing from elsewhere, whatever the texts are', () => {
    expect(elements(page, 'script')).toEqual([]);
    expect(elements(page, 'img')).toEqual([]);
    expect(elements(page, 'link')).toEqual([]);
    const attributes = ['table', 'tr', 'td', 'div', 'col'].flatMap((name) =>
      elements(page, name).flatMap((e) => e.attrs),
    );
    expect(new Set(attributes.map((attr) => attr.name))).toEqual(
      new Set(['class', 'style', 'colspan', 'rowspan', 'sdnum']),
    );
    expect(textOf(elements(page, 'style')[0] ?? page)).not.toMatch(/url\(|@import/u);
    expect(textOf(elements(page, 'title')[0] ?? page)).toBe('</title><script>1</script>');
  });
});
