import type { FormDefinition } from './definition.ts';
import { columnOf, fieldOf, tableOf } from './shape.ts';

/**
 * The name of a place for people: `annualFunds.total` → 年度金额, `indicators.3.target` → 绩效指标第4行“年度指标值”,
 * `indicators.3` → 绩效指标第4行, `indicators` → 绩效指标, `""` → 整张表单. A path the definition does not have comes
 * back as it is.
 */
export function placeName(definition: FormDefinition, path: string): string {
  if (path === '') return '整张表单';
  const field = fieldOf(definition, path);
  if (field) return field.label;
  const [head = '', index, columnId] = path.split('.');
  const table = tableOf(definition, head);
  if (!table) return path;
  if (index === undefined) return table.label;
  const row = `${table.label}第${Number(index) + 1}行`;
  const column = columnId === undefined ? undefined : columnOf(table, columnId);
  return column ? `${row}“${column.label}”` : row;
}
