import { judgeTexts } from '../judging.ts';
import type { Rule } from '../rule.ts';

const TAG =
  /<\/?(?:p|br|div|span|font|b|strong|i|em|u|table|tbody|thead|tr|td|th|ul|ol|li|a|img|h[1-6]|o:p|sup|sub|script|style|html|body|section)(?:\s[^<>]*)?\/?>/giu;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&nbsp;', ' '],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&ldquo;', '“'],
  ['&rdquo;', '”'],
  ['&mdash;', '—'],
  ['&amp;', '&'],
]);
const ENTITY = /&(?:nbsp|lt|gt|quot|ldquo|rdquo|mdash|amp);/gu;
const LINE_END = /^<(?:br|\/p|\/div|\/li|\/tr)[\s/>]/iu;

/** The words without the markup around them; what ended a line still does. */
function withoutMarkup(text: string): string {
  return text
    .replace(TAG, (tag) => (LINE_END.test(tag) ? '\n' : ''))
    .replace(ENTITY, (entity) => ENTITIES.get(entity) ?? entity)
    .replace(/\n{2,}/gu, '\n')
    .trim();
}

export const htmlLeft: Rule = {
  id: 'html-left',
  title: '文字中没有网页标签',
  severity: 'warning',
  source: 'Real forms: texts copied from a web page keep `<p>` and `&nbsp;`',
  families: 'all',
  run: (context) =>
    judgeTexts(context, ({ path, label, text }) => {
      const found = text.match(TAG) ?? text.match(ENTITY);
      if (!found) return undefined;
      const message = `“${label}”中留有网页标签“${(found[0] ?? '').slice(0, 20)}”（HTML），请删除。`;
      return { path, message, fix: { label: '删除网页标签', path, value: withoutMarkup(text) } };
    }),
};
