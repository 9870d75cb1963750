import type { FormDefinition, TableDefinition } from '../definition.ts';
import { CONTEXT_FIELDS } from '../lay-out.ts';
import { type DataPath, errorAt, type Fault, warningAt } from './problem.ts';

/** Ids and labels that are given twice, or that mean something else already. */
export function nameFaults(definition: FormDefinition): Fault[] {
  const { fields, tables, steps } = definition;
  const own = [...fields.map(({ id }) => id), ...tables.map(({ id }) => id)];
  const heads = new Set(fields.map(({ id }) => id.split('.')[0]));
  return [
    ...twice(
      [
        ...fields.map(({ id }, index) => ({ text: id, path: ['fields', index, 'id'] })),
        ...tables.map(({ id }, index) => ({ text: id, path: ['tables', index, 'id'] })),
      ],
      (path, id) => errorAt(path, `编号“${id}”已经用过，编号不能重复`),
    ),
    ...fields.flatMap(({ id }, index) => {
      const path = ['fields', index, 'id'];
      if (CONTEXT_FIELDS.includes(id)) return [errorAt(path, `“${id}”由程序填写，不能用作项目的编号`)];
      const [head = ''] = id.split('.');
      return id.includes('.') && own.includes(head)
        ? [errorAt(path, `“${head}”已是另一个项目或表格，不能再带“.”分项`)]
        : [];
    }),
    ...tables.flatMap(({ id }, index) => {
      const path = ['tables', index, 'id'];
      if (id.includes('.')) return [errorAt(path, '表格的编号不能带“.”')];
      return heads.has(id) && !own.slice(0, fields.length).includes(id)
        ? [errorAt(path, `“${id}”已是一组项目的开头，不能再作表格的编号`)]
        : [];
    }),
    ...twice(
      steps.map(({ id }, index) => ({ text: id, path: ['steps', index, 'id'] })),
      (path, id) => errorAt(path, `步骤编号“${id}”已经用过，编号不能重复`),
    ),
    ...twice(
      fields.map(({ label }, index) => ({ text: label.trim(), path: ['fields', index, 'label'] })),
      (path, label) => warningAt(path, `另一个项目也叫“${label}”，审核意见中会分不清`),
    ),
    ...tables.flatMap((table, index) => columnNameFaults(table, ['tables', index, 'columns'])),
  ];
}

interface Named {
  readonly text: string;
  readonly path: DataPath;
}

function twice(names: readonly Named[], fault: (path: DataPath, text: string) => Fault): Fault[] {
  const seen = new Set<string>();
  return names.flatMap(({ text, path }) => {
    if (seen.has(text)) return [fault(path, text)];
    seen.add(text);
    return [];
  });
}

/** The parts of a target: columns of these names are filled from it. */
const TARGET_PARTS = ['operator', 'value', 'unit'];

function columnNameFaults({ columns }: TableDefinition, path: DataPath): Fault[] {
  const ids = columns.map(({ id }) => id);
  const hasTarget = columns.some(({ type }) => type === 'target');
  return [
    ...twice(
      columns.map(({ id }, index) => ({ text: id, path: [...path, index, 'id'] })),
      (at, id) => errorAt(at, `列的编号“${id}”已经用过，同一张表格中不能重复`),
    ),
    ...twice(
      columns.map(({ label }, index) => ({ text: label.trim(), path: [...path, index, 'label'] })),
      (at, label) => warningAt(at, `另一列也叫“${label}”，审核意见中会分不清`),
    ),
    ...columns.flatMap(({ id, type }, index) => {
      const at = [...path, index, 'id'];
      if (type === 'operator' && (id !== 'operator' || !TARGET_PARTS.every((part) => ids.includes(part)))) {
        return [errorAt(at, '分成几列的指标值，各列编号须为 operator、value、unit')];
      }
      if (hasTarget && type !== 'operator' && TARGET_PARTS.includes(id)) {
        return [errorAt(at, `表格中已有整个的指标值，“${id}”由它拆出，不能再作列的编号`)];
      }
      if (type === 'target' && columns.findIndex((column) => column.type === 'target') < index) {
        return [errorAt([...path, index, 'type'], '一张表格只能有一列整个的指标值，其余请另设表格')];
      }
      return [];
    }),
  ];
}
