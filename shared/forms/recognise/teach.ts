import { normaliseLabel } from '../../grid/normalise.ts';
import type { FormTemplate, LabelCell, TemplateCell, TemplateRow, ValueCell } from './form-template.ts';
import type { Lesson } from './lesson.ts';

/** Where a field or a column of a table stands in the form. */
interface Place {
  readonly row: number;
  readonly cell: ValueCell;
}

/** A path without the number of a row: the field's own, or `table.column`. */
function placeOf(template: FormTemplate, path: string): Place | undefined {
  for (const [row, { cells }] of template.rows.entries()) {
    const cell = cells.find(
      (each): each is ValueCell =>
        each.kind === 'value' && (each.table === null ? each.id : `${each.table}.${each.id}`) === path,
    );
    if (cell) return { row, cell };
  }
  return undefined;
}

const isLabel = (cell: TemplateCell | undefined): cell is LabelCell => cell?.kind === 'label';

/** The label a value goes by: the one before it in its row, else the nearest one above its column. */
function labelOf(template: FormTemplate, { row, cell }: Place): LabelCell | undefined {
  const own = template.rows[row]?.cells ?? [];
  const before = own[own.indexOf(cell) - 1];
  if (isLabel(before) && !before.isOptional) return before;
  for (const { cells } of template.rows.slice(0, row).reverse()) {
    const above = cells.find(
      (each): each is LabelCell =>
        isLabel(each) && !each.isOptional && each.column <= cell.column && cell.column < each.column + each.columnSpan,
    );
    if (above) return above;
  }
  return isLabel(before) ? before : undefined;
}

/** The template with one of its cells in place of another. */
function withCell(template: FormTemplate, cell: TemplateCell, next: TemplateCell): FormTemplate {
  const rows = template.rows.map((row): TemplateRow => {
    if (!row.cells.includes(cell)) return row;
    return { ...row, cells: row.cells.map((each) => (each === cell ? next : each)) };
  });
  return { ...template, rows };
}

function teachOne(template: FormTemplate, lesson: Lesson): FormTemplate {
  const place = placeOf(template, lesson.path);
  if (!place) return template;
  if (lesson.kind === 'column') return withCell(template, place.cell, { ...place.cell, taughtColumn: lesson.column });
  const label = labelOf(template, place);
  const text = normaliseLabel(lesson.text);
  if (!label || text === '' || label.texts.includes(text)) return template;
  const taught = withCell(template, label, { ...label, texts: [...label.texts, text] });
  return { ...taught, allLabels: new Set([...template.allLabels, text]) };
}

/**
 * A form that also goes by what a person taught about it. Lessons about other forms, or about places it does not
 * have, change nothing.
 */
export function teach(template: FormTemplate, lessons: readonly Lesson[]): FormTemplate {
  return lessons
    .filter(({ definitionId }) => definitionId === template.definition.id)
    .reduce((taught, lesson) => teachOne(taught, lesson), template);
}

/**
 * The template with its taught columns renumbered, for rows whose columns were put together.
 * @param columns for every column there was, the one it is in now
 */
export function onColumns(template: FormTemplate, columns: readonly number[]): FormTemplate {
  return template.rows
    .flatMap(({ cells }) => cells)
    .reduce((moved, cell) => {
      if (cell.kind !== 'value' || cell.taughtColumn === undefined) return moved;
      return withCell(moved, cell, { ...cell, taughtColumn: columns[cell.taughtColumn] ?? cell.taughtColumn });
    }, template);
}
