/**
 * How a run of text treats white space, as in css: folded, kept with line breaks, or folded but for line breaks.
 * `wrapped` is how LibreOffice writes: a space may be a line break and tabs, all other spaces are the text's own.
 */
export type WhiteSpace = 'normal' | 'pre' | 'pre-line' | 'wrapped';

const KEEPING: ReadonlyMap<string, WhiteSpace> = new Map([
  ['pre', 'pre'],
  ['pre-wrap', 'pre'],
  ['break-spaces', 'pre'],
  ['pre-line', 'pre-line'],
  ['normal', 'normal'],
  ['nowrap', 'normal'],
]);

/** Text being put together the way a browser would show it. */
export class FoldedText {
  #text = '';
  /** A space that is shown only if something comes after it on the same line. */
  #hasPendingSpace = false;
  /** A line break that is shown only if something comes after it. */
  #hasPendingEdge = false;

  /** Adds text under a rule for white space. */
  add(text: string, rule: WhiteSpace): void {
    if (text === '') return;
    if (rule === 'pre') {
      this.#settle();
      this.#text += text;
      return;
    }
    if (rule === 'wrapped') {
      for (const piece of text.split(/([\n\r][\n\r\t]*)/u)) {
        if (piece === '') continue;
        if (/^[\n\r]/u.test(piece)) this.#hasPendingSpace = true;
        else {
          this.#settle();
          this.#text += piece;
        }
      }
      return;
    }
    const lines = rule === 'pre-line' ? text.split('\n') : [text];
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.break();
      for (const piece of line.split(/([ \t\n\f\r]+)/u)) {
        if (piece === '') continue;
        if (/^[ \t\n\f\r]/u.test(piece)) this.#hasPendingSpace = true;
        else {
          this.#settle();
          this.#text += piece;
        }
      }
    }
  }

  /** A line break that is always shown (`<br>`). */
  break(): void {
    this.#hasPendingSpace = false;
    this.#settle();
    this.#text += '\n';
  }

  /** The edge of a block: what follows stands on a new line, but edges that meet make one. */
  edge(): void {
    this.#hasPendingSpace = false;
    this.#hasPendingEdge = true;
  }

  /** The text so far; the object begins anew. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    this.#hasPendingSpace = false;
    this.#hasPendingEdge = false;
    return text;
  }

  #settle(): void {
    const isAtLineStart = this.#text === '' || this.#text.endsWith('\n');
    if (!isAtLineStart && this.#hasPendingEdge) this.#text += '\n';
    else if (!isAtLineStart && this.#hasPendingSpace) this.#text += ' ';
    this.#hasPendingSpace = false;
    this.#hasPendingEdge = false;
  }
}

/** The rule a style attribute or a css block sets, if any. */
export function whiteSpaceOf(css: string): WhiteSpace | undefined {
  const value = /(?:^|[;\s{])white-space\s*:\s*([a-z-]+)/iu.exec(css)?.[1];
  return value === undefined ? undefined : KEEPING.get(value.toLowerCase());
}

/** Which classes and elements a page's own style sheets give a rule for white space. */
export interface StyleRules {
  readonly byClass: ReadonlyMap<string, WhiteSpace>;
  readonly byTag: ReadonlyMap<string, WhiteSpace>;
}

/** Reads style sheets just far enough: the last part of each selector that sets `white-space`. */
export function readStyleRules(css: string): StyleRules {
  const byClass = new Map<string, WhiteSpace>();
  const byTag = new Map<string, WhiteSpace>();
  for (const block of css.split('}')) {
    const open = block.lastIndexOf('{');
    const rule = open < 0 ? undefined : whiteSpaceOf(block.slice(open + 1));
    if (rule === undefined) continue;
    const selectors = block.slice(block.lastIndexOf('{', open - 1) + 1, open);
    for (const selector of selectors.split(',')) {
      const last =
        selector
          .trim()
          .split(/[\s>+~]+/u)
          .at(-1) ?? '';
      const className = /\.([\w-]+)/u.exec(last)?.[1];
      if (className !== undefined) byClass.set(className, rule);
      else if (/^[a-z][a-z0-9]*$/iu.test(last)) byTag.set(last.toLowerCase(), rule);
    }
  }
  return { byClass, byTag };
}
