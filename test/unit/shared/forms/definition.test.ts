import { describe, expect, it } from 'vitest';
import type { FormDefinition, LayoutBlock, RepeatRow, StaticRow } from '../../../../shared/forms/definition.ts';
import { definitionSchema } from '../../../../shared/forms/definition.ts';
import { CONTEXT_FIELDS } from '../../../../shared/forms/lay-out.ts';
import { fieldOf, tableOf } from '../../../../shared/forms/shape.ts';
import { sumTerm } from '../../../../shared/forms/sum-terms.ts';
import { templateFields } from '../../../../shared/forms/template.ts';
import { shippedDefinitions } from '../../../support/definitions.ts';
import { sampleDefinition } from '../../../support/sample-form.ts';

type PlainRow = StaticRow | RepeatRow;

function plainRows(rows: readonly (PlainRow | LayoutBlock)[]): PlainRow[] {
  return rows.flatMap((row) => ('side' in row ? row.rows : [row]));
}

const unique = (list: readonly string[]): void => expect(list.toSorted()).toEqual([...new Set(list)].toSorted());

/** Fields the paper shows, also those inside templates. */
function printedFields(definition: FormDefinition): string[] {
  return plainRows(definition.layout.rows).flatMap((row) => {
    if ('repeat' in row) return [];
    return row.cells.flatMap((cell) => {
      if ('field' in cell) return [cell.field];
      return 'template' in cell ? templateFields(cell.template) : [];
    });
  });
}

/** Table columns the paper shows, as `indicators.target`. */
function printedColumns(definition: FormDefinition): string[] {
  return plainRows(definition.layout.rows).flatMap((row) => {
    if (!('repeat' in row)) return [];
    return row.cells.flatMap((cell) => {
      const own = cell.table ?? row.repeat[0] ?? '';
      if ('item' in cell) {
        const columns = templateFields(cell.item).filter((name) => name !== 'n');
        return columns.map((column) => `${own}.${column}`);
      }
      if (!('column' in cell)) return [];
      const shared = row.repeat.filter((id) => tableOf(definition, id)?.shares.includes(cell.column));
      return (shared.includes(own) ? shared : [own]).map((table) => `${table}.${cell.column}`);
    });
  });
}

it('there are definitions, each with an id of its own', () => {
  expect(shippedDefinitions.length).toBeGreaterThan(0);
  unique(shippedDefinitions.map(({ id }) => id));
});

describe.each(shippedDefinitions)('$id', (definition) => {
  const fields = definition.fields.map(({ id }) => id);
  const columns = definition.tables.flatMap((table) => table.columns.map(({ id }) => `${table.id}.${id}`));

  it('names its fields and tables once; no field is part of another, none is called like a built-in one', () => {
    unique([...fields, ...definition.tables.map(({ id }) => id)]);
    const heads = new Set(fields.map((id) => id.split('.')[0]));
    expect(fields.filter((id) => id.includes('.') && fields.includes(id.split('.')[0] ?? ''))).toEqual([]);
    expect(definition.tables.filter(({ id }) => heads.has(id) || id.includes('.'))).toEqual([]);
    expect(fields).not.toContain('fiscalYear');
  });

  it('labels fields, and the columns of each table, so that people can tell them apart', () => {
    unique(definition.fields.map(({ label }) => label));
    for (const table of definition.tables) unique(table.columns.map(({ label }) => label));
    for (const label of definition.fields.map((field) => field.label)) expect(label.trim()).toBe(label);
  });

  it('asks for every field and table in exactly one step', () => {
    expect(definition.steps.flatMap((step) => step.fields).toSorted()).toEqual(fields.toSorted());
    expect(definition.steps.flatMap((step) => step.tables).toSorted()).toEqual(
      definition.tables.map(({ id }) => id).toSorted(),
    );
    unique(definition.steps.map(({ id }) => id));
  });

  it('prints every field and every column, and nothing it does not have', () => {
    const printed = printedFields(definition);
    expect(fields.filter((id) => !printed.includes(id))).toEqual([]);
    expect(printed.filter((id) => !CONTEXT_FIELDS.includes(id) && !fields.includes(id))).toEqual([]);
    expect(printedColumns(definition).toSorted()).toEqual(columns.toSorted());
  });

  it('prints each field in one cell of its own', () => {
    const own = plainRows(definition.layout.rows).flatMap((row) =>
      'repeat' in row ? [] : row.cells.flatMap((cell) => ('field' in cell ? [cell.field] : [])),
    );
    unique(own);
  });

  it('groups and sorts by columns its tables have, with as many levels of categories', () => {
    for (const table of definition.tables) {
      const ids = table.columns.map(({ id }) => id);
      expect(table.groupBy.filter((column) => !ids.includes(column))).toEqual([]);
      const depth = (nodes: typeof table.categories): number =>
        nodes.reduce((deepest, node) => Math.max(deepest, 1 + depth([...(node.children ?? [])])), 0);
      expect(depth(table.categories)).toBeLessThanOrEqual(table.groupBy.length);
    }
  });

  it('shares the outermost categories only, and only with tables in the same row', () => {
    for (const table of definition.tables.filter(({ shares }) => shares.length > 0)) {
      expect(table.groupBy.slice(0, table.shares.length)).toEqual(table.shares);
      const beside = plainRows(definition.layout.rows).flatMap((row) =>
        'repeat' in row && row.repeat.includes(table.id) ? row.repeat : [],
      );
      expect(beside.map((id) => tableOf(definition, id)?.shares)).toEqual(beside.map(() => table.shares));
    }
  });

  it('names no other fields in an alias of a template than there, and gives every alias a wording of its own', () => {
    for (const row of plainRows(definition.layout.rows)) {
      if ('repeat' in row) continue;
      for (const cell of row.cells) {
        if ('template' in cell) {
          const named = templateFields(cell.template);
          for (const alias of cell.aliases ?? []) {
            expect(templateFields(alias)).toEqual(named.filter((name) => templateFields(alias).includes(name)));
          }
        }
        if ('label' in cell) unique([cell.label, ...(cell.aliases ?? [])]);
      }
    }
  });

  it('sums, compares and summarises fields it has, amounts by amounts', () => {
    const ofRules = definition.rules.flatMap((rule) => {
      if (rule.kind === 'plan') return rule.budget ?? [];
      return rule.kind === 'notAbove' ? [rule.value, rule.limit] : [];
    });
    const summed = definition.rules.flatMap((rule) => (rule.kind === 'sum' ? [rule.total, ...rule.parts] : []));
    for (const name of summed) {
      const term = sumTerm(definition, name);
      expect([name, (term?.kind === 'column' ? term.column : term?.field)?.type]).toEqual([name, 'amount']);
    }
    const { amount, title, unit } = definition.summary;
    for (const id of [...ofRules, ...(amount === undefined ? [] : [amount])]) {
      expect([id, fieldOf(definition, id)?.type]).toEqual([id, 'amount']);
    }
    for (const id of [title, unit].filter((id) => id !== undefined)) expect(fields).toContain(id);
  });

  it('plans payments in figures', () => {
    const steps = definition.rules.flatMap((rule) => (rule.kind === 'plan' ? rule.steps : []));
    unique(steps);
    for (const id of steps) expect([id, fieldOf(definition, id)?.type]).toEqual([id, 'figure']);
  });
});

describe('definitionSchema', () => {
  const refuses = (change: object): void => {
    expect(definitionSchema.safeParse({ ...sampleDefinition, ...change }).success).toBe(false);
  };

  it('takes a definition it has read before', () => {
    expect(definitionSchema.parse(structuredClone(sampleDefinition))).toEqual(sampleDefinition);
  });

  it('refuses what is unknown, missing or badly named', () => {
    refuses({ colour: 'red' });
    refuses({ fields: [], tables: [] });
    refuses({ id: 'Dalian_Form' });
    refuses({ amountUnit: '亿元' });
    refuses({ fields: [{ id: 'a.b.c', label: 'x', type: 'text' }] });
    refuses({ fields: [{ id: '__proto__', label: 'x', type: 'text' }] });
    refuses({ fields: [{ id: 'a', label: 'x', type: 'number' }] });
    refuses({ rules: [{ kind: 'product', total: 'a', parts: ['b'] }] });
    refuses({ layout: { columnWidths: [0], rows: sampleDefinition.layout.rows } });
  });
});
