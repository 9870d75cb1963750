import type { FormDefinition, FormRule, LayoutBlock, RepeatRow, StaticRow } from './definition.ts';
import { CONTEXT_FIELDS } from './lay-out.ts';
import { columnOf, fieldOf, tableOf } from './shape.ts';
import { isPartOf } from './sum-terms.ts';
import { tableReferences } from './table-references.ts';
import { templateFields } from './template.ts';

/** A name used in a definition: where it stands, what it should name, the name. */
export interface Reference {
  readonly place: string;
  readonly isKnown: boolean;
  readonly name: string;
}

/**
 * Looks for a name in a definition that names nothing of it: a field, table or column it does not have.
 * @returns the place and the name, for the person who wrote the definition; undefined when all is well
 */
export function findDanglingReference(definition: FormDefinition): string | undefined {
  const unknown = references(definition).find((reference) => !reference.isKnown);
  return unknown === undefined ? undefined : `${unknown.place}：没有“${unknown.name}”`;
}

function references(definition: FormDefinition): Reference[] {
  const field = (place: string, name: string): Reference => ({
    place,
    name,
    isKnown: fieldOf(definition, name) !== undefined,
  });
  const table = (place: string, name: string): Reference => ({
    place,
    name,
    isKnown: tableOf(definition, name) !== undefined,
  });
  const { title, unit, amount } = definition.summary;
  return [
    ...(title === undefined ? [] : [field('summary.title', title)]),
    ...(unit === undefined ? [] : [field('summary.unit', unit)]),
    ...(amount === undefined ? [] : [field('summary.amount', amount)]),
    ...definition.tables.flatMap(({ id, groupBy, columns }) =>
      groupBy.map((name) => ({
        place: `tables.${id}.groupBy`,
        name,
        isKnown: columns.some((column) => column.id === name),
      })),
    ),
    ...definition.tables.flatMap((own) => tableReferences(definition, own)),
    ...definition.tables.flatMap(({ id, groupBy, shares }) =>
      shares.map((name, level) => ({ place: `tables.${id}.shares`, name, isKnown: groupBy[level] === name })),
    ),
    ...definition.steps.flatMap((step) => [
      ...step.fields.map((name) => field(`steps.${step.id}`, name)),
      ...step.tables.map((name) => table(`steps.${step.id}`, name)),
    ]),
    ...definition.rules.flatMap((rule, index) => ruleReferences(definition, `rules.${index}`, rule, field)),
    ...definition.layout.rows.flatMap((row, index) =>
      rowReferences(definition, `layout.rows.${index}`, row, field, table),
    ),
  ];
}

type Refer = (place: string, name: string) => Reference;

/** The fields a rule speaks of; a sum may also speak of columns, but not of those of two tables at once. */
function ruleReferences(definition: FormDefinition, place: string, rule: FormRule, field: Refer): Reference[] {
  switch (rule.kind) {
    case 'sum':
      return [rule.total, ...rule.parts].map((name) => ({
        place,
        name,
        isKnown: isPartOf(definition, name, rule.total),
      }));
    case 'notAbove':
      return [rule.value, rule.limit].map((name) => field(place, name));
    case 'plan':
      return [...rule.steps, ...(rule.budget === undefined ? [] : [rule.budget])].map((name) => field(place, name));
  }
}

function rowReferences(
  definition: FormDefinition,
  place: string,
  row: StaticRow | RepeatRow | LayoutBlock,
  field: Refer,
  table: Refer,
): Reference[] {
  if ('side' in row) {
    return row.rows.flatMap((inner, index) => rowReferences(definition, `${place}.rows.${index}`, inner, field, table));
  }
  if ('repeat' in row) {
    return [
      ...row.repeat.map((name) => table(place, name)),
      ...row.cells.flatMap((cell) => {
        if ('number' in cell) return [];
        const owner = cell.table ?? row.repeat[0] ?? '';
        const found = tableOf(definition, owner);
        const columns = 'item' in cell ? templateFields(cell.item).filter((name) => name !== 'n') : [cell.column];
        return columns.map((column) => {
          const isKnown = found !== undefined && columnOf(found, column) !== undefined;
          return { place, name: `${owner}.${column}`, isKnown };
        });
      }),
    ];
  }
  return row.cells.flatMap((cell) => {
    if ('field' in cell) return [field(place, cell.field)];
    if (!('template' in cell)) return [];
    return templateFields(cell.template)
      .filter((name) => !CONTEXT_FIELDS.includes(name))
      .map((name) => field(place, name));
  });
}
