import type { Answers } from '../domain/answers.ts';
import { fieldText } from '../domain/answers.ts';
import type { CellRole, Grid, GridRow } from '../grid/grid.ts';
import { placeColumns } from '../grid/place-columns.ts';
import type { FormDefinition, LayoutBlock, RepeatRow, StaticRow } from './definition.ts';
import { layOutRepeat } from './lay-out-repeat.ts';
import type { LooseCell, LooseRow } from './loose-rows.ts';
import { VALUE_ROLE } from './loose-rows.ts';
import { type PrintedLines, printedLines } from './printed-lines.ts';
import { fieldOf } from './shape.ts';
import { fillTemplate, templateFields } from './template.ts';

/** The part of a record that is printed. `answers` are in the definition's shape. */
export interface FormContent {
  readonly answers: Answers;
  readonly fiscalYear: number;
  /** The form's number among the forms it is printed with, from 1; absent where it is printed alone. */
  readonly ordinal?: number;
}

type AnyRow = StaticRow | RepeatRow | LayoutBlock;

/** Template fields that are not answers. */
export const CONTEXT_FIELDS: readonly string[] = ['fiscalYear', 'ordinal'];

/** The text a template field stands for: `fiscalYear`, `ordinal`, or a field of the form. */
export function contentText(content: FormContent, field: string): string {
  if (field === 'ordinal') return String(content.ordinal ?? '');
  return field === 'fiscalYear' ? String(content.fiscalYear) : fieldText(content.answers, field);
}

/**
 * The wording to print: the first whose fields all say something, a number among them; else the first without a
 * number, or the only one there is.
 */
function wordingFor(content: FormContent, wordings: readonly string[]): string {
  const printable = wordings.filter(
    (wording) => content.ordinal !== undefined || !templateFields(wording).includes('ordinal'),
  );
  const isSaid = (wording: string): boolean =>
    templateFields(wording).every((field) => contentText(content, field) !== '');
  return printable.find(isSaid) ?? printable[0] ?? wordings[0] ?? '';
}

/**
 * Lays a form out as it goes to paper: titles, the stamp line, the ruled table. Read backwards by `recognise`:
 * `recognise(layOut(r))` gives r.
 */
export function layOut(definition: FormDefinition, content: FormContent): Grid {
  const lines = printedLines(definition);
  return lines ? layOutLines(lines, content) : layOutPrinted(definition, content);
}

/** A form whose printed lines are not rows of its records; its cells are bound to the places in the record. */
function layOutLines(lines: PrintedLines, content: FormContent): Grid {
  const grid = layOutPrinted(lines.definition, { ...content, answers: lines.spread(content.answers) });
  const rows = grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map(({ bind, ...cell }) => {
      const path = bind && lines.ownPath(bind.path);
      return path === undefined ? cell : { ...cell, bind: { ...bind, path } };
    }),
  }));
  return { ...grid, rows };
}

function layOutPrinted(definition: FormDefinition, content: FormContent): Grid {
  const loose = definition.layout.rows.flatMap((row) => layOutRow(definition, content, row));
  const placed = placeColumns(loose.map((row) => row.cells));
  const { dense } = definition.paper;
  const rows = loose.map(
    (row, index): GridRow => ({
      ...row,
      ...(dense && row.kind === 'table' ? { isDense: true } : {}),
      cells: placed[index] ?? [],
    }),
  );
  return { rows, columnWidths: definition.layout.columnWidths };
}

function layOutRow(definition: FormDefinition, content: FormContent, row: AnyRow): LooseRow[] {
  if ('side' in row) return layOutBlock(definition, content, row);
  if ('repeat' in row) return layOutRepeat(definition, content.answers, row);
  return isPrinted(content, row) ? layOutStatic(definition, content, row) : [];
}

function layOutBlock(definition: FormDefinition, content: FormContent, block: LayoutBlock): LooseRow[] {
  const rows = block.rows.flatMap((row) => layOutRow(definition, content, row));
  const [first, ...rest] = rows;
  if (!first) return [];
  const side: LooseCell = {
    text: block.side.label,
    columnSpan: block.side.columnSpan,
    rowSpan: rows.length,
    role: block.side.stacked ? 'side' : 'label',
  };
  return [{ ...first, cells: [side, ...first.cells] }, ...rest];
}

/** False for a row that is printed only where it says something, and says nothing. */
function isPrinted(content: FormContent, row: StaticRow): boolean {
  if (!row.onlyFilled) return true;
  const fields = row.cells.flatMap((cell) =>
    'field' in cell ? [cell.field] : 'template' in cell ? templateFields(cell.template) : [],
  );
  return fields.some((field) => contentText(content, field) !== '');
}

function layOutStatic(definition: FormDefinition, content: FormContent, row: StaticRow): LooseRow[] {
  const field = paragraphsField(definition, row);
  if (field !== undefined) return layOutParagraphs(content, row, field);
  const isLine = isLineRow(row);
  const labelRole: CellRole = row.kind === 'table' ? 'label' : row.kind;
  const cells = row.cells.map((cell): LooseCell => {
    const place = {
      columnSpan: cell.columnSpan,
      rowSpan: cell.rowSpan,
      ...(cell.align === undefined ? {} : { align: cell.align }),
    };
    if ('label' in cell) return { ...place, text: cell.label, role: labelRole };
    if ('template' in cell) {
      const wording = wordingFor(content, [cell.template, ...(cell.aliases ?? [])]);
      const [path] = templateFields(cell.template).filter((field) => !CONTEXT_FIELDS.includes(field));
      return {
        ...place,
        text: fillTemplate(wording, (field) => contentText(content, field)),
        role: labelRole,
        ...(path === undefined ? {} : { bind: { path } }),
      };
    }
    return {
      ...place,
      text: fieldText(content.answers, cell.field),
      role: VALUE_ROLE[fieldOf(definition, cell.field)?.type ?? 'text'],
      bind: { path: cell.field },
    };
  });
  return [
    {
      cells,
      kind: isLine ? 'line' : 'table',
      ...(row.kind === 'heading' ? { repeatsOnPage: true } : {}),
      ...(row.stamp ? { hasStamp: true } : {}),
    },
  ];
}

/** True where a row stands outside the ruled table. */
export function isLineRow({ kind }: StaticRow | RepeatRow): boolean {
  return kind === 'title' || kind === 'part' || kind === 'line';
}

/** The field whose paragraphs are rows of their own in place of this one; undefined for any other row. */
export function paragraphsField(definition: FormDefinition, row: StaticRow): string | undefined {
  const [only, ...others] = row.cells;
  if (!isLineRow(row) || others.length > 0 || !only || !('field' in only)) return undefined;
  return fieldOf(definition, only.field)?.type === 'paragraphs' ? only.field : undefined;
}

function layOutParagraphs(content: FormContent, row: StaticRow, field: string): LooseRow[] {
  const place = { columnSpan: row.cells[0]?.columnSpan ?? 1, rowSpan: 1 };
  return fieldText(content.answers, field)
    .split('\n')
    .map((text) => ({ cells: [{ ...place, text, role: 'paragraph', bind: { path: field } }], kind: 'line' }));
}
