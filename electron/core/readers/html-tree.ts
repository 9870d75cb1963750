import type { DefaultTreeAdapterTypes } from 'parse5';
import { type StyleRules, type WhiteSpace, whiteSpaceOf } from './white-space.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Elements whose content is no text of the page. */
const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'audio',
  'video',
  'canvas',
  'select',
  'datalist',
  'button',
  'noframes',
]);
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]);

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** The value of an attribute, undefined where the element has none of that name. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export function isBlock(element: HtmlElement): boolean {
  return BLOCKS.has(element.tagName);
}

/** False for scripts and the like, and for what the page itself hides. */
export function isSeen(element: HtmlElement): boolean {
  if (UNSEEN.has(element.tagName) || isPageMargin(element)) return false;
  return !/display\s*:\s*none/iu.test(attributeOf(element, 'style') ?? '');
}

/** What LibreOffice makes of the headers and footers of pages: no text of the document. */
function isPageMargin(element: HtmlElement): boolean {
  return element.tagName === 'div' && /^(header|footer)$/u.test(attributeOf(element, 'title') ?? '');
}

/** The rule for white space inside an element, given the one around it. */
export function whiteSpaceIn(element: HtmlElement, around: WhiteSpace, rules: StyleRules): WhiteSpace {
  const own = whiteSpaceOf(attributeOf(element, 'style') ?? '');
  if (own !== undefined) return own;
  for (const name of (attributeOf(element, 'class') ?? '').split(/\s+/u)) {
    const rule = rules.byClass.get(name);
    if (rule !== undefined) return rule;
  }
  const byTag = rules.byTag.get(element.tagName);
  if (byTag !== undefined) return byTag;
  if (element.tagName === 'pre' || element.tagName === 'textarea') return 'pre';
  return around;
}
