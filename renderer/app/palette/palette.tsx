import { Modal } from 'antd';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { pinyinKeys } from '../../../shared/domain/pinyin.ts';
import { useCreate } from '../../workbench/create-context.tsx';
import { navigate } from '../router.ts';
import { useCall } from '../use-call.ts';
import { definitionsOfYear, useWorkspace } from '../workspace.tsx';
import { findItems, type PaletteItem, type SearchableItem } from './palette-items.ts';

function searchable(item: PaletteItem): SearchableItem {
  return { item, text: item.title.normalize('NFKC').replace(/\s/gu, '').toLowerCase(), ...pinyinKeys(item.title) };
}

/** Commands, then the year's forms. */
function useItems(): readonly SearchableItem[] {
  const { info, definitions } = useWorkspace();
  const { fiscalYear } = info;
  const create = useCreate();
  const records = useCall('record.list', { fiscalYear, query: '' });
  const commands = useMemo(() => {
    const command = (key: string, title: string, run: () => void): PaletteItem => ({ key, title, kind: '功能', run });
    return [
      command('workbench', '工作台', () => navigate({ name: 'workbench' })),
      ...definitionsOfYear(definitions, fiscalYear).map(({ id, name, region }) =>
        command(`new ${id}`, `新建 ${name}（${region}）`, () => void create(id)),
      ),
      command('carry', '沿用上年', () => navigate({ name: 'carry' })),
      command('import', '导入已有文档', () => navigate({ name: 'import' })),
      command('overview', '概览', () => navigate({ name: 'overview' })),
      command('check', '审核全部表单', () => navigate({ name: 'check', recordIds: null })),
      command('library', '指标库', () => navigate({ name: 'library' })),
      command('definitions', '表样', () => navigate({ name: 'definitions' })),
      command('book', '预算公开文本', () => navigate({ name: 'book' })),
      command('subjects', '科目', () => navigate({ name: 'subjects' })),
      command('settings', '设置', () => navigate({ name: 'settings' })),
      command('help', '帮助', () => navigate({ name: 'help' })),
    ].map(searchable);
  }, [definitions, fiscalYear, create]);
  const forms = useMemo(
    () =>
      (records.value ?? []).map(({ id, title }) =>
        searchable({
          key: id,
          title: title || '未命名',
          kind: '表单',
          run: () => navigate({ name: 'form', recordId: id, step: null, at: null }),
        }),
      ),
    [records.value],
  );
  return useMemo(() => [...commands, ...forms], [commands, forms]);
}

/** How many forms are found by what stands in them. */
const MAX_INSIDE = 20;

/** Forms of all years that hold the words anywhere, each with the place. */
function useFormsInside(query: string): readonly PaletteItem[] {
  const { value } = useCall('record.search', query === '' ? null : { query, limit: MAX_INSIDE });
  return useMemo(
    () =>
      query === ''
        ? []
        : (value?.hits ?? []).map(({ id, title, fiscalYear, path, place, before, match, after }) => ({
            key: id,
            title: `${title || '未命名'}　${place}：${before}${match}${after}`,
            kind: `${fiscalYear}年度`,
            run: () => navigate({ name: 'form', recordId: id, step: null, at: path === '' ? null : path }),
          })),
    [query, value],
  );
}

/** Goes to any form or command by typing Chinese or pinyin initials. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const items = useItems();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const inside = useFormsInside(useDeferredValue(query.trim()));
  const found = useMemo(() => {
    const named = findItems(items, query);
    const keys = new Set(named.map(({ key }) => key));
    return [...named, ...inside.filter(({ key }) => !keys.has(key))];
  }, [items, query, inside]);

  const run = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter') run(found[active]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <Modal open footer={null} closable={false} onCancel={onClose} width={560} className="palette" style={{ top: 72 }}>
      <input
        className="palette-input"
        // The dialog is opened by a key to type into it.
        ref={(input) => input?.focus()}
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={found[active] ? `palette-${active}` : undefined}
        aria-label="查找表单或功能"
        placeholder="输入名称或拼音首字母，例如 jxmb"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette-list" id="palette-list" role="listbox" aria-label="查找结果" ref={list}>
        {found.map((item, index) => (
          <button
            key={item.key}
            id={`palette-${index}`}
            type="button"
            role="option"
            aria-selected={index === active}
            className="palette-item"
            tabIndex={-1}
            onMouseMove={() => setActive(index)}
            onClick={() => run(item)}
          >
            <span>{item.title}</span>
            <small>{item.kind}</small>
          </button>
        ))}
        {found.length === 0 && <p className="palette-none">没有找到</p>}
      </div>
    </Modal>
  );
}
