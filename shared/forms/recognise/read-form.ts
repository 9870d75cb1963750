import type { AnswerRow, Answers } from '../../domain/answers.ts';
import { fieldText, withField, withRows } from '../../domain/answers.ts';
import { isFiscalYear } from '../../domain/fiscal-year.ts';
import type { GridRow } from '../../grid/grid.ts';
import { isSameText, normaliseLabel, tolerantPattern } from '../../grid/normalise.ts';
import type { ImportNote, PlacedText } from '../../rpc/import-types.ts';
import { fieldOf } from '../shape.ts';
import { convertAmounts, plainAmounts, unitOfLine } from './amount-unit.ts';
import type { FoundForm } from './find-forms.ts';
import type { FormTemplate, TemplateRow, ValueCell } from './form-template.ts';
import { HeadingColumns, strayHeadings } from './heading-columns.ts';
import type { Assignment, ColumnMap, RowMatch } from './match-row.ts';
import { isParagraphRow, isRepeated, matchRow, ownLine, patternValues, sourceCells } from './match-row.ts';
import { mendRows } from './mend-rows.ts';
import type { MendedRow, Remark } from './mended-row.ts';
import { isOnlyShared, type RepeatReading, readRepeatRow } from './read-repeat-row.ts';
import { splitItems } from './split-items.ts';

/** What was read of one form; every guess has a note, every text a place. */
export interface FormReading {
  readonly answers: Answers;
  readonly fiscalYear: number | null;
  readonly notes: readonly ImportNote[];
  readonly unplaced: readonly PlacedText[];
}

interface PatternValue {
  readonly field: string;
  readonly text: string;
  readonly place: string;
}

/** Collects what the rows of one form say, in order. */
class FormReader {
  private answers: Answers = {};
  private readonly rows = new Map<string, RepeatReading[]>();
  /** The last row of each table, also one that only names a category for the tables beside it. */
  private readonly aboveOf = new Map<string, RepeatReading>();
  private readonly notes: ImportNote[] = [];
  private readonly unplaced: PlacedText[] = [];
  private readonly patternValues: PatternValue[] = [];
  private readonly placed = new Set<string>();
  private readonly headings = new HeadingColumns();
  private unit: '元' | '万元' | null = null;

  /** Field that paragraphs without a row of their own go on with. */
  private openField: string | null = null;
  /** Column of a list that they go on with, in the list's last row. */
  private openItem: { readonly table: string; readonly column: string } | null = null;
  private readonly template: FormTemplate;

  constructor(template: FormTemplate) {
    this.template = template;
  }

  /** Takes one source row that stands within the form. */
  take({ source, row, remarks }: Pick<MendedRow, 'source' | 'row' | 'remarks'>): void {
    const cells = sourceCells(source);
    const place = source.place ?? '';
    if (!row) {
      this.takeLoose(source, place);
      return;
    }
    this.openField = row.runsOnWith;
    this.openItem = itemOf(row);
    const columnMap: ColumnMap = row.labelCount === 0 ? this.headings.mapFor(row) : (column) => column;
    const match = matchRow(this.template, row, cells, columnMap);
    // A heading may stand in one row where the form has two.
    const strays = strayHeadings(this.template, row, match);
    for (const cell of match.left) {
      if (isRepeated(cells, cells.indexOf(cell))) continue;
      if (!strays.some(({ source: stray }) => stray === cell)) this.leave(cell.text, place);
    }
    if (row.repeat.length > 0) {
      this.headings.endHeading();
      this.takeRepeated(row, match, place, columnMap, remarks);
      return;
    }
    for (const { column, message } of remarks) this.note(column, message, place);
    if (row.labelCount > 0) this.headings.hear(row, [...match.assignments, ...strays]);
    for (const assignment of match.assignments) this.takeStatic(row, assignment, match, place);
  }

  /** All that was read, in the order of the form. */
  finish(): FormReading {
    this.takePatternValues();
    for (const [table, read] of this.rows) {
      const readings = splitItems(this.template, table, read);
      this.answers = withRows(
        this.answers,
        table,
        readings.map((reading): AnswerRow => reading.cells),
      );
      for (const [index, reading] of readings.entries()) {
        for (const note of reading.notes) {
          const path = note.column === '' ? `${table}.${index}` : `${table}.${index}.${note.column}`;
          this.notes.push({ path, message: note.message, place: reading.place });
        }
      }
    }
    const { definition } = this.template;
    const plain = plainAmounts(definition, this.answers, this.unit ?? definition.amountUnit);
    this.answers = plain.answers;
    for (const { path, message } of plain.remarks) this.note(path, message, '');
    if (this.unit !== null && this.unit !== definition.amountUnit) {
      this.answers = convertAmounts(definition, this.answers, this.unit);
      this.note('', `原文以${this.unit}为单位，已换算为${definition.amountUnit}`, '');
    }
    const fiscalYear = this.statedYear();
    return {
      answers: this.answers,
      fiscalYear,
      notes: this.notes,
      unplaced: this.unplaced,
    };
  }

  /** The year the form says it is of; null where it says none, or one that cannot be. */
  private statedYear(): number | null {
    const stated = this.patternValues.find(({ field }) => field === 'fiscalYear');
    if (stated === undefined) return null;
    const year = Number(stated.text);
    if (isFiscalYear(year)) return year;
    this.note('', `原文的年度写作“${stated.text}”，没有采用，请核对年度`, stated.place);
    return null;
  }

  /** A row that fits none of the form: a paragraph may go on with the text before it, the rest is left over. */
  private takeLoose(source: GridRow, place: string): void {
    const line = ownLine(source);
    const texts = line === '' ? sourceCells(source).map((cell) => cell.text) : [line];
    if (isParagraphRow(this.template, source) && this.goOnWithItem(texts.join(' '))) return;
    if (this.openField === null || !isParagraphRow(this.template, source)) {
      for (const text of texts) this.leave(text, place);
      return;
    }
    this.patternValues.push({ field: this.openField, text: texts.join(' '), place });
  }

  /** Adds a paragraph to the last item of a list that goes on. */
  private goOnWithItem(text: string): boolean {
    if (this.openItem === null) return false;
    const { table, column } = this.openItem;
    const readings = this.rows.get(table) ?? [];
    const last = readings.at(-1);
    if (!last) return false;
    const cells = { ...last.cells, [column]: `${last.cells[column] ?? ''}\n${text}`.trim() };
    this.rows.set(table, [...readings.slice(0, -1), { ...last, cells }]);
    return true;
  }

  private leave(text: string, place: string): void {
    this.unplaced.push({ text, place });
  }

  private note(path: string, message: string, place: string): void {
    this.notes.push({ path, message, place });
  }

  private takeStatic(row: TemplateRow, assignment: Assignment, match: RowMatch, place: string): void {
    const { cell, text, manner } = assignment;
    if (cell.kind === 'pattern') {
      for (const [field, raw] of patternValues(cell, text)?.values ?? []) {
        const value = raw.replace(/^[\s:：]+/u, '');
        if (value !== '') this.patternValues.push({ field, text: value, place });
      }
      return;
    }
    if (cell.kind === 'label') {
      this.unit = unitOfLine(text) ?? this.unit;
      if (manner === 'near') {
        const path = nextValue(row, cell)?.id ?? '';
        this.note(path, `原文写作“${text}”，当作“${cell.texts[0] ?? ''}”`, place);
      }
      return;
    }
    this.takeValue(row, cell, assignment, match, place);
  }

  private takeValue(row: TemplateRow, cell: ValueCell, assignment: Assignment, match: RowMatch, place: string): void {
    if (this.placed.has(cell.id)) {
      this.leave(assignment.text, place);
      return;
    }
    this.placed.add(cell.id);
    this.answers = withField(this.answers, cell.id, withoutOwnLabel(this.template, cell, assignment.text));
    if (assignment.manner !== 'combined' && isLabelMissing(row, cell, match)) {
      this.note(cell.id, '这一项前面没有标签，按位置判断', place);
    } else if (this.template.allLabels.has(normaliseLabel(assignment.text))) {
      this.note(cell.id, '内容与表中的标签相同，请核对', place);
    }
  }

  private takeRepeated(
    row: TemplateRow,
    match: RowMatch,
    place: string,
    columnMap: ColumnMap,
    remarks: readonly Remark[],
  ): void {
    for (const [index, table] of row.repeat.entries()) {
      const readings = this.rows.get(table) ?? [];
      const above = this.aboveOf.get(table) ?? null;
      const reading = readRepeatRow(this.template, table, match, above, columnMap, place);
      if (!reading) continue;
      this.aboveOf.set(table, reading);
      if (isOnlyShared(this.template, table, reading)) continue;
      const own = index === 0 ? { ...reading, notes: [...reading.notes, ...remarks] } : reading;
      this.rows.set(table, [...readings, own]);
    }
  }

  /** Fields that stand in printed text: taken where the form itself does not say them, compared where it does. */
  private takePatternValues(): void {
    for (const { field, text, place } of this.patternValues) {
      if (field === 'fiscalYear' || field === 'ordinal') continue;
      if (this.template.rows.some((row) => row.runsOnWith === field)) {
        this.answers = withField(this.answers, field, `${fieldText(this.answers, field)}\n${text}`.trim());
        continue;
      }
      const own = fieldText(this.answers, field);
      if (own === '') {
        this.answers = withField(this.answers, field, text);
        if (this.hasCell(field)) this.note(field, '表内为空，取自标题', place);
      } else if (!isSameText(own, text)) this.note(field, `标题中写作“${text}”，与表内不同`, place);
    }
  }

  private hasCell(field: string): boolean {
    return this.template.rows.some((row) => row.cells.some((cell) => cell.kind === 'value' && cell.id === field));
  }
}

/** Where paragraphs after a row of a list belong. */
function itemOf(row: TemplateRow): { readonly table: string; readonly column: string } | null {
  const [table] = row.repeat;
  return table === undefined || row.itemRunsOnWith === null ? null : { table, column: row.itemRunsOnWith };
}

/** A value without its label, which some documents write into its cell though the form writes none. */
function withoutOwnLabel({ definition }: FormTemplate, cell: ValueCell, text: string): string {
  const field = fieldOf(definition, cell.id);
  if (!field?.aliases) return text;
  const label = [field.label, ...field.aliases].find((each) =>
    new RegExp(`^\\s*${tolerantPattern(each)}\\s*[:：]`, 'u').test(text),
  );
  return label === undefined ? text : text.replace(/^[^:：]*[:：]\s*/u, '');
}

function nextValue(row: TemplateRow, label: Assignment['cell']): ValueCell | undefined {
  const next = row.cells[row.cells.indexOf(label) + 1];
  return next?.kind === 'value' ? next : undefined;
}

/** True where the form has a label right before the value and the source does not. */
function isLabelMissing(row: TemplateRow, cell: ValueCell, match: RowMatch): boolean {
  const before = row.cells[row.cells.indexOf(cell) - 1];
  if (before?.kind !== 'label' || before.isOptional) return false;
  return !match.assignments.some((assignment) => assignment.cell === before || assignment.label === before);
}

/** Reads one form that `findForms` found; `answers` are not yet in the definition's shape. */
export function readForm(template: FormTemplate, sourceRows: readonly GridRow[], found: FoundForm): FormReading {
  const reader = new FormReader(template);
  for (const mended of mendRows(template, sourceRows, found.rows)) reader.take(mended);
  return reader.finish();
}
