import { describe, expect, it } from 'vitest';
import { findItems, type SearchableItem } from '../../../../../renderer/app/palette/palette-items.ts';
import { pinyinKeys } from '../../../../../shared/domain/pinyin.ts';

const titles = ['基层医疗机构设备更新', '工作台', '更新乡镇卫生院设备', '新建 项目绩效目标表'];
const items: readonly SearchableItem[] = titles.map((title) => ({
  item: { key: title, title, kind: '表单', run: () => undefined },
  text: title.replace(/\s/gu, ''),
  ...pinyinKeys(title),
}));
const found = (query: string) => findItems(items, query).map(({ title }) => title);

describe('findItems', () => {
  it('lists everything for nothing', () => {
    expect(found(' ')).toEqual(titles);
  });

  it('finds by Chinese, wherever it stands, beginnings first', () => {
    expect(found('更新')).toEqual(['更新乡镇卫生院设备', '基层医疗机构设备更新']);
  });

  it('finds by initials and by whole syllables, in either case and width', () => {
    expect(found('jcyl')).toEqual(['基层医疗机构设备更新']);
    expect(found('ＧＺＴ')).toEqual(['工作台']);
    expect(found('gongzuo')).toEqual(['工作台']);
  });

  it('finds nothing where there is nothing', () => {
    expect(found('xyz')).toEqual([]);
  });
});
