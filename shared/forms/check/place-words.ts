import type { DataPath } from './problem.ts';

/** What the parts of a definition are called. A part that has no name here is called by its own. */
const PART_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    id: '编号',
    version: '版本',
    family: '种类',
    name: '名称',
    region: '地区',
    years: '适用年度',
    from: '起',
    to: '止',
    amountUnit: '金额单位',
    paper: '纸张',
    orientation: '方向',
    dense: '小字密排',
    summary: '列表中的显示',
    title: '标题',
    unit: '单位',
    amount: '金额',
    type: '类型',
    required: '必填',
    maxLength: '字数上限',
    help: '填写说明',
    draft: '初稿',
    quotes: '引用的数字',
    labels: '前面的文字',
    isChange: '增减',
    mayBeInterrupted: '中间可隔其他表',
    options: '可选内容',
    groupBy: '合并列',
    maxRows: '最多行数',
    minRows: '最少行数',
    emptyCategory: '空类别的内容',
    aliases: '其他写法',
    label: '标签',
    layout: '版面',
    columnWidths: '列宽',
    side: '侧标签',
    stacked: '竖排',
    kind: '种类',
    field: '项目',
    column: '列',
    template: '文字',
    number: '行号文字',
    table: '表格',
    repeat: '重复的表格',
    columnSpan: '跨列',
    rowSpan: '跨行',
    align: '对齐',
    stamp: '盖章处',
    runsOn: '续接段落',
    total: '合计',
    parts: '分项',
    value: '数值',
    limit: '上限',
    steps: '步骤',
    budget: '预算数',
    fields: '项目',
    tables: '表格',
    columns: '列',
    categories: '类别',
    children: '下级类别',
    rules: '勾稽关系',
    upgrades: '旧版对照',
    renamed: '改名',
    shares: '共用的列',
    item: '段落文字',
    onlyFilled: '有内容才印',
    beside: '所在一侧',
    decimals: '小数位数',
    set: '成套的表',
    position: '次序',
    amountCell: '金额所在的格',
    fixed: '固定行',
    texts: '印出的文字',
    indent: '缩进',
    closed: '不填的列',
    tree: '科目树',
    code: '编码',
    dictionary: '科目字典',
    levels: '各级编码长度',
    levelNames: '各级名称',
    sums: '求和的列',
    groups: '分组',
    subtotalEnding: '小计的结尾',
    formulas: '算式',
    plus: '加',
    minus: '减',
    row: '行',
    mayDiffer: '可以不同',
    definition: '另一表样',
    source: '来源列',
    emptyNote: '空表说明',
    relations: '表间关系',
    left: '左边',
    right: '右边',
    compare: '比较',
    when: '条件',
    zero: '为零的金额',
    says: '条件的说法',
    severity: '轻重',
    by: '按哪一列',
    notAbove: '上限所在列',
    amountsOf: '各表单金额',
    endsBefore: '结束标志',
  }),
);

/** How one of a list is counted. */
const COUNTED: ReadonlyMap<string, string> = new Map(Object.entries({ rows: '行', cells: '格', columns: '列' }));

/** Says a place in a definition as people say it: `版面 › 第 4 行 › 第 2 格 › 跨列`; `整个文件` for the root. */
export function placeInWords(path: DataPath, data: unknown): string {
  const words: string[] = [];
  let value = data;
  for (const [index, step] of path.entries()) {
    value = childOf(value, step);
    if (typeof step === 'string') {
      const isListItem = typeof path[index + 1] === 'number';
      if (!isListItem) words.push(COUNTED.get(step) ?? nameOf(step));
      continue;
    }
    const list = path[index - 1];
    words.push(typeof list === 'string' ? numbered(list, step, value) : `第 ${step + 1} 个`);
  }
  const last = path.at(-1);
  // The last part is also named as it stands in the file, where the eye looks for it.
  if (typeof last === 'string' && words.at(-1) !== last) words.push(`${words.pop() ?? ''} ${last}`);
  return words.length === 0 ? '整个文件' : words.join(' › ');
}

function nameOf(part: string): string {
  return PART_NAMES.get(part) ?? part;
}

function numbered(list: string, index: number, value: unknown): string {
  const counted = `第 ${index + 1} ${COUNTED.get(list) ?? `个${nameOf(list)}`}`;
  const name = ownName(value);
  return name === '' ? counted : `${counted}“${name}”`;
}

/** What a person knows an entry of a list by. */
function ownName(value: unknown): string {
  for (const key of ['label', 'title', 'name', 'id']) {
    const name = childOf(value, key);
    if (typeof name === 'string' && name !== '') return name.length > 20 ? `${name.slice(0, 20)}…` : name;
  }
  return '';
}

function childOf(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return Reflect.get(value, step);
}
