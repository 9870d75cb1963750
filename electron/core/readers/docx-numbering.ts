import { ok, type Result } from '../../../shared/domain/result.ts';
import type { ReadFault } from './fault.ts';
import { formatNumber } from './number-formats.ts';
import { parseXml, type XmlElement, type XmlListener } from './xml-events.ts';

/**
 * The numbers that Word puts before the paragraphs of a list. They stand nowhere in the text: lists are defined in
 * `word/numbering.xml`, styles may belong to lists, and the paragraphs count (ECMA-376 part 1, 17.9).
 */

/** How a paragraph is numbered: by its own properties, or as its style says. */
export interface ParagraphNumbering {
  listId?: string;
  level?: number;
  styleId?: string;
}

/** One level of a list. */
interface Level {
  start: number;
  format: string;
  /** `第%1条`; `%1` is the number of the first level. */
  text: string;
  /** What follows the number: `tab`, `space` or `nothing`. */
  follow: string;
  /** All numbers in it are shown in digits. */
  isLegal: boolean;
  /** The paragraph style that has this level. */
  styleId: string;
}

/** A list as it is defined; several lists of a document may share one and go on counting. */
interface ListDefinition {
  readonly levels: Map<number, Level>;
  /** The style that has the levels of a list that has none of its own. */
  styleLink: string;
}

interface List {
  definitionId: string;
  /** Levels this list begins anew, or has otherwise. */
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

interface Style extends ParagraphNumbering {
  basedOn?: string;
}

const MOST_LEVEL = 8;
/** A longer text before a paragraph is no number. */
const MOST_CHARACTERS = 64;
/** Styles based on one another; more are a circle. */
const MOST_STYLES = 32;

function newLevel(): Level {
  return { start: 1, format: 'decimal', text: '', follow: 'tab', isLegal: false, styleId: '' };
}

/** Hears `word/numbering.xml`. */
class NumberingPart implements XmlListener {
  readonly definitions = new Map<string, ListDefinition>();
  readonly lists = new Map<string, List>();
  readonly #open: string[] = [];
  #definition: ListDefinition | undefined;
  #list: List | undefined;
  #level: Level | undefined;
  #levelIndex = 0;

  open(element: XmlElement): void {
    const { name } = element;
    this.#open.push(name);
    const value = element.attribute('val') ?? '';
    switch (name) {
      case 'abstractNum':
        this.#definition = { levels: new Map(), styleLink: '' };
        this.definitions.set(element.attribute('abstractNumId') ?? '', this.#definition);
        return;
      case 'num':
        this.#list = { definitionId: '', starts: new Map(), levels: new Map() };
        this.lists.set(element.attribute('numId') ?? '', this.#list);
        return;
      case 'abstractNumId':
        if (this.#list) this.#list.definitionId = value;
        return;
      case 'numStyleLink':
        if (this.#definition) this.#definition.styleLink = value;
        return;
      case 'lvlOverride':
        this.#levelIndex = whole(element.attribute('ilvl'), MOST_LEVEL);
        return;
      case 'startOverride':
        this.#list?.starts.set(this.#levelIndex, whole(value));
        return;
      case 'lvl': {
        this.#levelIndex = whole(element.attribute('ilvl'), MOST_LEVEL);
        this.#level = newLevel();
        (this.#list ?? this.#definition)?.levels.set(this.#levelIndex, this.#level);
        return;
      }
      default:
        if (this.#level && this.#open.at(-2) === 'lvl') takeLevelProperty(this.#level, name, value);
    }
  }

  close(): void {
    const name = this.#open.pop();
    if (name === 'lvl') this.#level = undefined;
    else if (name === 'abstractNum') this.#definition = undefined;
    else if (name === 'num') this.#list = undefined;
  }
}

function takeLevelProperty(level: Level, name: string, value: string): void {
  if (name === 'start') level.start = whole(value);
  else if (name === 'numFmt') level.format = value;
  else if (name === 'lvlText') level.text = value.slice(0, MOST_CHARACTERS);
  else if (name === 'suff') level.follow = value;
  else if (name === 'isLgl') level.isLegal = value !== '0' && value !== 'false';
  else if (name === 'pStyle') level.styleId = value;
}

/** Hears `word/styles.xml` as far as it concerns lists. */
class StylesPart implements XmlListener {
  readonly styles = new Map<string, Style>();
  readonly #open: string[] = [];
  #style: Style | undefined;

  open(element: XmlElement): void {
    const { name } = element;
    this.#open.push(name);
    if (name === 'style') {
      this.#style = {};
      this.styles.set(element.attribute('styleId') ?? '', this.#style);
    } else if (this.#style && name === 'basedOn') this.#style.basedOn = element.attribute('val') ?? '';
    else if (this.#style) takeNumbering(this.#style, this.#open, element);
  }

  close(): void {
    if (this.#open.pop() === 'style') this.#style = undefined;
  }
}

/**
 * Takes what an element says of the numbering of a paragraph or a style.
 * @param open the elements that are open, this one last
 */
export function takeNumbering(numbering: ParagraphNumbering, open: readonly string[], element: XmlElement): void {
  const { name } = element;
  if (name === 'pStyle' && open.at(-2) === 'pPr') numbering.styleId = element.attribute('val') ?? '';
  if (open.at(-2) !== 'numPr' || open.at(-3) !== 'pPr') return;
  if (name === 'numId') numbering.listId = element.attribute('val') ?? '';
  else if (name === 'ilvl') numbering.level = whole(element.attribute('val'), MOST_LEVEL);
}

function whole(value: string | undefined, most = 32_767): number {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isNaN(number) || number < 0 ? 0 : Math.min(number, most);
}

/** The lists of one document, counting as its paragraphs are read from first to last. */
export class ListNumbers {
  readonly #definitions: ReadonlyMap<string, ListDefinition>;
  readonly #lists: ReadonlyMap<string, List>;
  readonly #styles: ReadonlyMap<string, Style>;
  /** By definition: the number each level is at. */
  readonly #counts = new Map<ListDefinition, Map<number, number>>();
  /** Lists that have begun, so that they begin anew only once. */
  readonly #begun = new Set<string>();

  private constructor(numbering: NumberingPart, styles: StylesPart) {
    this.#definitions = numbering.definitions;
    this.#lists = numbering.lists;
    this.#styles = styles.styles;
  }

  /**
   * Reads the lists of a document.
   * @param numberingXml `word/numbering.xml`, `""` where there is none
   * @param stylesXml `word/styles.xml`, `""` where there is none
   */
  static read(numberingXml: string, stylesXml: string): Result<ListNumbers, ReadFault> {
    const numbering = new NumberingPart();
    const styles = new StylesPart();
    for (const [xml, part] of [
      [numberingXml, numbering],
      [stylesXml, styles],
    ] as const) {
      const parsed = xml === '' ? ok(null) : parseXml(xml, part);
      if (!parsed.ok) return parsed;
    }
    return ok(new ListNumbers(numbering, styles));
  }

  /** The number before the next paragraph with what parts it from the text; `""` where it has none. */
  next(paragraph: ParagraphNumbering): string {
    const { listId, level: own } = this.#withStyle(paragraph);
    const list = this.#lists.get(listId ?? '');
    const definition = list && this.#definitionOf(list);
    if (!list || !definition || listId === undefined) return '';
    const index = own ?? levelOfStyle(definition, paragraph.styleId) ?? 0;
    const counts = this.#counts.get(definition) ?? new Map<number, number>();
    this.#counts.set(definition, counts);
    if (!this.#begun.has(listId)) {
      this.#begun.add(listId);
      for (const [at, start] of list.starts) counts.set(at, start - 1);
    }
    const levelAt = (at: number): Level => list.levels.get(at) ?? definition.levels.get(at) ?? newLevel();
    counts.set(index, (counts.get(index) ?? levelAt(index).start - 1) + 1);
    for (const at of [...counts.keys()]) if (at > index) counts.delete(at);
    return shownNumber(levelAt(index), (at) => ({
      level: levelAt(at),
      count: counts.get(at) ?? levelAt(at).start,
    }));
  }

  /** What a paragraph says, else what its style or one that is based on says. `0` is no list. */
  #withStyle(paragraph: ParagraphNumbering): ParagraphNumbering {
    let { listId, level } = paragraph;
    let style = this.#styles.get(paragraph.styleId ?? '');
    for (let depth = 0; style && depth < MOST_STYLES && listId === undefined; depth += 1) {
      listId = style.listId;
      level ??= style.level;
      style = this.#styles.get(style.basedOn ?? '');
    }
    return { ...(listId === undefined ? {} : { listId }), ...(level === undefined ? {} : { level }) };
  }

  #definitionOf(list: List): ListDefinition | undefined {
    const own = this.#definitions.get(list.definitionId);
    if (!own || own.levels.size > 0 || own.styleLink === '') return own;
    const linked = this.#lists.get(this.#styles.get(own.styleLink)?.listId ?? '');
    return linked && this.#definitions.get(linked.definitionId);
  }
}

function levelOfStyle({ levels }: ListDefinition, styleId: string | undefined): number | undefined {
  if (styleId === undefined) return undefined;
  return [...levels].find(([, level]) => level.styleId === styleId)?.[0];
}

function shownNumber(level: Level, at: (index: number) => { readonly level: Level; readonly count: number }): string {
  if (level.format === 'bullet') return '';
  const text = level.text
    .replaceAll(/%([1-9])/gu, (_whole, digit: string) => {
      const { level: shown, count } = at(Number(digit) - 1);
      return formatNumber(count, level.isLegal ? 'decimal' : shown.format);
    })
    .slice(0, MOST_CHARACTERS);
  if (text === '') return '';
  return level.follow === 'nothing' || /[、，）)．。：]$/u.test(text) ? text : `${text} `;
}
