import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { schemaFaults } from '../../../../../shared/forms/check/schema-faults.ts';
import { definitionSchema } from '../../../../../shared/forms/definition.ts';
import { sampleDefinition } from '../../../../support/sample-form.ts';

function faultsOf(schema: z.ZodType, value: unknown): { path: string; message: string }[] {
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success
    ? []
    : schemaFaults(parsed.error.issues).map(({ path, message }) => ({ path: path.join('.'), message }));
}

/** The sample definition with one place in it replaced; `undefined` takes it away. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const root: unknown = structuredClone(sampleDefinition);
  const parent = path.slice(0, -1).reduce((node: unknown, step) => Reflect.get(Object(node), step), root);
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(Object(parent), last);
  else Reflect.set(Object(parent), last, value);
  return root;
}

describe('the definition language', () => {
  test.each<[readonly (string | number)[], unknown, string, string]>([
    [['name'], undefined, 'name', '缺少这一项，应为文字'],
    [['version'], 0, 'version', '必须大于 0'],
    [['version'], 1.5, 'version', '应为整数'],
    [['id'], 'Not An Id', 'id', '编号只用小写字母、数字和连字符'],
    [['fields', 0, 'type'], 'number', 'fields.0.type', '之一'],
    [['fields', 0, 'lable'], 'x', 'fields.0.lable', '没有“lable”这一项'],
    [['layout', 'rows', 3, 'cells', 1, 'columnSpan'], '2', 'layout.rows.3.cells.1.columnSpan', '应为数字'],
    [['layout', 'rows', 3, 'cells', 1, 'colSpan'], 2, 'layout.rows.3.cells.1.colSpan', '没有“colSpan”'],
    [['layout', 'rows', 3, 'kind'], 'tabel', 'layout.rows.3.kind', '“table”'],
    [['layout', 'rows', 6, 'side', 'label'], 3, 'layout.rows.6.side.label', '应为文字'],
    [['rules', 0, 'kind'], 'product', 'rules.0.kind', '“sum”'],
    [['rules', 0, 'parts'], [], 'rules.0.parts', '至少要有 1 个'],
    [['layout', 'columnWidths', 0], 0, 'layout.columnWidths.0', '必须大于 0'],
    [['layout', 'rows', 9, 'minRows'], 5000, 'layout.rows.9.minRows', '不能大于 200'],
  ])('%j as %j', (path, value, at, words) => {
    const [fault, ...others] = faultsOf(definitionSchema, changed(path, value));
    expect(fault?.path).toBe(at);
    expect(fault?.message).toContain(words);
    expect(others).toEqual([]);
  });
});

it('speaks of any other schema as well: what the language gains is checked without a line here', () => {
  const schema = z.strictObject({
    kind: z.union([
      z.strictObject({ circle: z.number() }),
      z.strictObject({ width: z.number(), height: z.number().max(9), unit: z.string().min(2) }),
    ]),
  });
  expect(faultsOf(schema, { kind: { width: 1, height: 10, unit: 'x' } })).toEqual([
    { path: 'kind.height', message: '不能大于 9' },
    { path: 'kind.unit', message: '至少 2 个字' },
  ]);
  expect(faultsOf(schema, { kind: null })[0]?.path).toBe('kind');
});
