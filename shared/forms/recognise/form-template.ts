import { normaliseLabel, tolerantPattern } from '../../grid/normalise.ts';
import { placeColumns } from '../../grid/place-columns.ts';
import type { CategoryNode, FormDefinition, LayoutBlock, RepeatRow, StaticRow, ValueType } from '../definition.ts';
import { isLineRow, paragraphsField } from '../lay-out.ts';
import { columnOf, fieldOf, tableOf } from '../shape.ts';
import { templateFields, templatePieces } from '../template.ts';

/**
 * A definition's layout prepared for reading backwards: its rows in order, each cell saying by what it is
 * recognised.
 */

interface CellPlace {
  readonly column: number;
  readonly columnSpan: number;
}

export interface LabelCell extends CellPlace {
  readonly kind: 'label';
  /** Wordings, normalised; the printed one first. */
  readonly texts: readonly string[];
  /** A side label may stand in any row of its block, or be missing. */
  readonly isOptional: boolean;
  /** A title, which may have a year, a unit or a number in front. */
  readonly isTitle: boolean;
}

export interface ValueCell extends CellPlace {
  readonly kind: 'value';
  /** Field id, or column id in a repeated row. */
  readonly id: string;
  /** Table id in a repeated row. */
  readonly table: string | null;
  readonly type: ValueType;
  /** Other tables of the row that the cell belongs to as well: a category printed once for all of them. */
  readonly sharedWith: readonly string[];
  /** Normalised wording → name, for category columns with known categories; null otherwise. */
  readonly names: ReadonlyMap<string, string> | null;
  /** The source's column that a person said it is. */
  readonly taughtColumn?: number;
}

/** One wording of a printed text with fields in it. */
export interface TextPattern {
  readonly pattern: RegExp;
  readonly fields: readonly string[];
  /** Finds the beginning of the text up to the first answer, for a number: `43、`. Null where that names no number. */
  readonly leadOf: ((ordinal: number) => string) | null;
  /** How many fixed characters it has; the more, the surer a match. */
  readonly weight: number;
}

export interface PatternCell extends CellPlace {
  readonly kind: 'pattern';
  /** Table id in a repeated row. */
  readonly table: string | null;
  readonly variants: readonly TextPattern[];
}

export type TemplateCell = LabelCell | ValueCell | PatternCell;

export interface TemplateRow {
  readonly kind: 'line' | 'table';
  /** Tables whose rows repeat here; empty for a row that stands once. */
  readonly repeat: readonly string[];
  readonly isHeading: boolean;
  /** True for a row of a heading that goes on in the next row. */
  readonly hasHeadingBelow: boolean;
  /** The field that the paragraphs after the row go on with; null where the row ends with itself. */
  readonly runsOnWith: string | null;
  /** The column that the paragraphs after a row of a list go on with. */
  readonly itemRunsOnWith: string | null;
  /** True where each paragraph of a field is a row of its own. */
  readonly isParagraphs: boolean;
  readonly cells: readonly TemplateCell[];
  /** True for a row that is printed only where it says something, or that documents may lack. */
  readonly isOptional: boolean;
  /** Labels and patterns that must be there; how much it costs to miss the row. */
  readonly labelCount: number;
}

export interface FormTemplate {
  readonly definition: FormDefinition;
  readonly rows: readonly TemplateRow[];
  readonly labelCount: number;
  /** The wordings of its titles, normalised. */
  readonly titles: readonly string[];
  /** All label wordings of the form: a value that reads like one is doubtful. */
  readonly allLabels: ReadonlySet<string>;
  readonly columnCount: number;
  /** Lines after the form, normalised: a text that runs on ends there. */
  readonly endsBefore: ReadonlySet<string>;
}

interface FlatRow {
  readonly row: StaticRow | RepeatRow;
  readonly block: LayoutBlock | null;
  /** Rows of the block from this one on; 0 outside a block and in its later rows. */
  readonly sideSpan: number;
}

type LooseCell = (Omit<LabelCell, 'column'> | Omit<ValueCell, 'column'> | Omit<PatternCell, 'column'>) & {
  readonly rowSpan: number;
};

function flatten(definition: FormDefinition): FlatRow[] {
  return definition.layout.rows.flatMap((row): FlatRow[] =>
    'side' in row
      ? row.rows.map((inner, index) => ({ row: inner, block: row, sideSpan: index === 0 ? row.rows.length : 0 }))
      : [{ row, block: null, sideSpan: 0 }],
  );
}

function wordings(label: string, aliases: readonly string[] | undefined): string[] {
  return [...new Set([label, ...(aliases ?? [])].map(normaliseLabel))].filter((text) => text !== '');
}

/** What stands in the place of a field that is not an answer. */
const FIELD_PATTERN: Readonly<Record<string, string>> = {
  fiscalYear: '\\s*(\\d{4})\\s*',
  ordinal: '\\s*(\\d{1,4})\\s*',
};

/** Builds the pattern of one wording; an answer is whatever stands in its place. */
function textPattern(template: string): TextPattern {
  const fields = templateFields(template);
  const pieces = templatePieces(template);
  const source = pieces
    .map((piece, index) => {
      const field = fields[index];
      return tolerantPattern(piece) + (field === undefined ? '' : (FIELD_PATTERN[field] ?? '([\\s\\S]*?)'));
    })
    .join('');
  const weight = pieces.join('').replace(/\s/gu, '').length;
  return { pattern: new RegExp(`^\\s*${source}\\s*$`, 'u'), fields, leadOf: leadOf(fields, pieces), weight };
}

/** The beginning of a numbered wording as the source of a pattern; null where the number does not come first. */
function leadOf(fields: readonly string[], pieces: readonly string[]): TextPattern['leadOf'] {
  if (fields[0] !== 'ordinal' || fields.length < 2) return null;
  const [before = '', after = ''] = pieces;
  return (ordinal) => `${tolerantPattern(before)}\\s*${ordinal}\\s*${tolerantPattern(after)}`;
}

/** The names of one level of a category tree; a name with or without its closing 指标 is the same. */
function levelNames(nodes: readonly CategoryNode[], level: number): ReadonlyMap<string, string> | null {
  const names = new Map<string, string>();
  const collect = (siblings: readonly CategoryNode[], depth: number): void => {
    for (const node of siblings) {
      if (depth === level) {
        for (const name of [node.name, ...(node.aliases ?? [])]) {
          names.set(normaliseLabel(name), node.name);
          names.set(normaliseLabel(name).replace(/指标$/u, ''), node.name);
        }
      } else collect(node.children ?? [], depth + 1);
    }
  };
  collect(nodes, 0);
  return names.size === 0 ? null : names;
}

/** The pattern of a text with the row's number in it. */
function numbered(template: string): TextPattern {
  return textPattern(template.replace('{n}', '{ordinal}'));
}

/** The column of paragraphs that ends a numbered row; null where there is none. */
function itemColumn(definition: FormDefinition, row: RepeatRow): string | null {
  const [only] = row.cells;
  if (!only || !('item' in only)) return null;
  const table = tableOf(definition, only.table ?? row.repeat[0] ?? '');
  const column = templateFields(only.item).at(-1) ?? '';
  return table && columnOf(table, column)?.type === 'paragraphs' ? column : null;
}

function repeatCells(definition: FormDefinition, row: RepeatRow): LooseCell[] {
  return row.cells.map((cell): LooseCell => {
    const tableId = cell.table ?? row.repeat[0] ?? '';
    if ('number' in cell) {
      return {
        kind: 'pattern',
        table: null,
        variants: [numbered(cell.number)],
        columnSpan: cell.columnSpan,
        rowSpan: 1,
      };
    }
    if ('item' in cell) {
      const variants = [cell.item, ...(cell.aliases ?? [])].map(numbered);
      return { kind: 'pattern', table: tableId, variants, columnSpan: cell.columnSpan, rowSpan: 1 };
    }
    const table = tableOf(definition, tableId);
    const level = table?.groupBy.indexOf(cell.column) ?? -1;
    return {
      kind: 'value',
      id: cell.column,
      table: tableId,
      sharedWith: table?.shares.includes(cell.column) ? row.repeat.filter((id) => id !== tableId) : [],
      type: (table && columnOf(table, cell.column)?.type) ?? 'text',
      names: table && level >= 0 ? levelNames(table.categories, level) : null,
      columnSpan: cell.columnSpan,
      rowSpan: 1,
    };
  });
}

function staticCells(definition: FormDefinition, row: StaticRow): LooseCell[] {
  return row.cells.map((cell): LooseCell => {
    const place = { columnSpan: cell.columnSpan, rowSpan: cell.rowSpan };
    if ('label' in cell) {
      return {
        ...place,
        kind: 'label',
        texts: wordings(cell.label, cell.aliases),
        isOptional: cell.label === '',
        isTitle: row.kind === 'title',
      };
    }
    if ('template' in cell) {
      return {
        ...place,
        kind: 'pattern',
        table: null,
        // The wording that says most is tried first: what another calls a value may be its words.
        variants: [cell.template, ...(cell.aliases ?? [])].map(textPattern).sort((a, b) => b.weight - a.weight),
      };
    }
    const type = fieldOf(definition, cell.field)?.type ?? 'text';
    return { ...place, kind: 'value', id: cell.field, table: null, sharedWith: [], type, names: null };
  });
}

function lastField(row: StaticRow): string | null {
  const fields = row.cells.flatMap((cell) =>
    'field' in cell ? [cell.field] : 'template' in cell ? templateFields(cell.template) : [],
  );
  return fields.at(-1) ?? null;
}

/** Side labels are placed in their block's first row but may be met in any of its rows. */
function withSide(flat: FlatRow, own: LooseCell[]): LooseCell[] {
  if (!flat.block || flat.sideSpan === 0) return own;
  return [sideCell(flat.block, flat.sideSpan), ...own];
}

function sideCell(block: LayoutBlock, rowSpan: number): Omit<LabelCell, 'column'> & { readonly rowSpan: number } {
  return {
    kind: 'label',
    texts: wordings(block.side.label, block.side.aliases),
    isOptional: true,
    isTitle: false,
    columnSpan: block.side.columnSpan,
    rowSpan,
  };
}

const made = new WeakMap<FormDefinition, FormTemplate>();

/** Prepares a definition for recognition. A template is made once for each definition. */
export function formTemplate(definition: FormDefinition): FormTemplate {
  const known = made.get(definition);
  if (known) return known;
  const template = makeTemplate(definition);
  made.set(definition, template);
  return template;
}

function makeTemplate(definition: FormDefinition): FormTemplate {
  const flat = flatten(definition);
  const placed = placeColumns(
    flat.map((item) =>
      withSide(item, 'repeat' in item.row ? repeatCells(definition, item.row) : staticCells(definition, item.row)),
    ),
  );
  const rows = flat.map((item, index): TemplateRow => {
    const own: readonly TemplateCell[] = placed[index] ?? [];
    const cells =
      item.block && item.sideSpan === 0 ? [{ ...sideCell(item.block, 1), column: 0 } as LabelCell, ...own] : own;
    const isRepeat = 'repeat' in item.row;
    const paragraphs = 'repeat' in item.row ? undefined : paragraphsField(definition, item.row);
    const isOptional = !('repeat' in item.row) && (item.row.onlyFilled || item.row.optional);
    return {
      kind: isLineRow(item.row) ? 'line' : 'table',
      repeat: isRepeat ? item.row.repeat : [],
      isHeading: !isRepeat && item.row.kind === 'heading',
      hasHeadingBelow: !isRepeat && item.row.kind === 'heading' && flat[index + 1]?.row.kind === 'heading',
      runsOnWith: 'repeat' in item.row ? null : (paragraphs ?? (item.row.runsOn ? lastField(item.row) : null)),
      itemRunsOnWith: 'repeat' in item.row ? itemColumn(definition, item.row) : null,
      isParagraphs: paragraphs !== undefined,
      cells,
      isOptional,
      labelCount: isOptional
        ? 0
        : cells.filter((cell) => cell.kind !== 'value' && !(cell.kind === 'label' && cell.isOptional)).length,
    };
  });
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.kind === 'label'));
  return {
    definition,
    rows,
    labelCount: rows.reduce((sum, row) => sum + row.labelCount, 0),
    titles: cells.flatMap(({ texts, isTitle }) => (isTitle ? texts : [])),
    allLabels: new Set(cells.flatMap(({ texts }) => texts)),
    columnCount: definition.layout.columnWidths.length,
    endsBefore: new Set(definition.layout.endsBefore.map(normaliseLabel)),
  };
}
