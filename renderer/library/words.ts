import type { IndicatorSource } from '../../shared/indicators/library-indicator.ts';
import type { IndicatorKind } from '../../shared/indicators/target-pattern.ts';

export const sourceNames: Record<IndicatorSource, string> = { own: '本单位', past: '往年', shipped: '内置' };

export const kindNames: Record<IndicatorKind, string> = {
  count: '数量',
  rate: '比率',
  money: '金额',
  date: '日期',
  duration: '时长',
  words: '文字表述',
};

/** Why a list is empty, by the source it was asked of; `all` for filters that nothing passes. */
export const emptyWords: Record<'all' | IndicatorSource, string> = {
  all: '没有符合条件的指标。可减少筛选条件，或换一个词查找。',
  own: '本年度的表单中还没有这样的指标。填写或导入表单后，其中的指标会自动出现在这里。',
  past: '以前年度的表单中没有这样的指标。导入往年的表格后，其中的指标会自动出现在这里。',
  shipped: '内置的指标中没有这样的。可减少筛选条件，或换一个词查找。',
};

export const words = {
  title: '指标库',
  search: '指标名称或拼音首字母',
  everySource: '全部',
  everyCategory: '全部类别',
  everyField: '全部领域',
  count: (total: number) => `共 ${total} 条`,
  never: '未用过',
  used: (uses: number) => `${uses} 张表`,
  copy: '复制',
  copyHint: '复制一级、二级、三级指标和指标值，可粘贴到指标表或 Excel',
  copied: '已复制，可粘贴到指标表或 Excel。',
  copyFailed: '没有复制成功。请打开要填的表单，在三级指标中输入名称选用。',
  insertInto: (title: string) => `填入“${title}”`,
  insertHint: '在最近打开的表单中增加这一指标',
  clear: '清除筛选',
  choose: '点击一条指标，查看写法和用在哪些表单。',
  where: '用在哪些表单',
  notUsed: '还没有表单用过这一指标。',
  target: '指标值写法',
  noTarget: '没有写过指标值',
  field: '适用领域',
  untitled: '未命名',
} as const;
