import { expect, test } from 'vitest';
import { placeInWords } from '../../../../../shared/forms/check/place-words.ts';

const data = {
  fields: [{ id: 'projectName', label: '项目名称' }, { id: 'manager' }],
  layout: { columnWidths: [1, 2], rows: [{ side: { label: '资金' }, rows: [{ cells: [{ field: 'manager' }] }] }] },
  unheardOf: [{ title: '一个名称很长很长很长很长很长很长很长很长的东西' }],
};

test.each<[(string | number)[], string]>([
  [[], '整个文件'],
  [['version'], '版本 version'],
  [['fields', 0, 'maxLength'], '第 1 个项目“项目名称” › 字数上限 maxLength'],
  [['fields', 1], '第 2 个项目“manager”'],
  [['fields', 7, 'id'], '第 8 个项目 › 编号 id'],
  [['layout', 'columnWidths', 1], '版面 › 第 2 个列宽'],
  [['layout', 'rows', 0, 'rows', 0, 'cells', 0, 'columnSpan'], '版面 › 第 1 行 › 第 1 行 › 第 1 格 › 跨列 columnSpan'],
  [['layout', 'rows', 0, 'side', 'label'], '版面 › 第 1 行 › 侧标签 › 标签 label'],
  [['unheardOf', 0, 'toString'], '第 1 个unheardOf“一个名称很长很长很长很长很长很长很长很长…” › toString'],
])('%j is %s', (path, words) => {
  expect(placeInWords(path, data)).toBe(words);
});
