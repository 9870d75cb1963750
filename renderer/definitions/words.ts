import type { DefinitionReport } from '../../shared/rpc/definition-types.ts';

/** The kinds of forms that the product knows; another one is shown as it is named. */
const FAMILY_NAMES: Readonly<Record<string, string>> = {
  'project-target': '项目绩效目标',
  'unit-target': '单位整体绩效目标',
  'department-target': '部门整体绩效目标',
  'budget-table': '部门预算表',
  'budget-narrative': '预算公开说明',
};

/** What people call a family of forms. */
export const familyName = (family: string): string =>
  Object.hasOwn(FAMILY_NAMES, family) ? (FAMILY_NAMES[family] ?? family) : family;

/** The years a form is for. */
export function yearsText({ fromYear, toYear }: { readonly fromYear: number; readonly toYear: number | null }): string {
  if (toYear === null) return `${fromYear}年起`;
  return fromYear === toYear ? `${fromYear}年` : `${fromYear}—${toYear}年`;
}

/** What a checked file is worth, in one or two sentences. */
export function verdict({ problems, standing, definition }: DefinitionReport): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  if (errors > 0) return `有 ${errors} 处错误，没有安装；改好文件后重新选择。`;
  const trust = warnings > 0 ? `有 ${warnings} 处提醒，可以安装。` : '没有发现问题。';
  switch (standing) {
    case 'same':
      return `${trust}这一版已经在用，不必再装。`;
    case 'newer':
      return `${trust}安装后，新建表单采用第 ${definition?.version} 版；已有表单仍按原来的版本打开。`;
    default:
      return trust;
  }
}

export const words = {
  title: '表样管理',
  choose: '选择表样文件',
  hint: '表样是一个 json 文件，也可以直接拖到窗口里。',
  drop: '松开鼠标，检查这个表样文件',
  oneFile: '一次只能检查一个表样文件。',
  exportAs: '导出为文件',
  exported: '已导出。可用记事本修改，作为新表样的起点；请换用新的编号。',
  install: '安装',
  installed: '已安装，可以新建这种表单。',
  removed: '已移除。',
  remove: '移除',
  back: '返回列表',
  again: '重新选择文件',
} as const;
