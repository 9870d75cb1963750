import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { theme } from '../../../renderer/app/theme.ts';
import { IndicatorSheet } from '../../../renderer/sheet/indicator-sheet.tsx';
import type { RowsChange } from '../../../renderer/sheet/use-sheet.ts';
import type { AnswerRow } from '../../../shared/domain/answers.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import { definitionSchema } from '../../../shared/forms/definition.ts';
import { tableOf } from '../../../shared/forms/shape.ts';

/**
 * The sheet alone, with the wizard's part (rows, undo, findings) played by the least that does it.
 * `?rows=150` begins with as many invented rows, `?marks` marks some cells, `?form=…&table=…` takes another table.
 */
const parameters = new URLSearchParams(location.search);
const answer = await fetch(`/resources/forms/${parameters.get('form') ?? 'dalian-project-target'}.json`);
const definition = definitionSchema.parse(await answer.json());
const table = tableOf(definition, parameters.get('table') ?? 'indicators') ?? definition.tables[0];
if (!table) throw new Error('the definition has no table');
const indicators = table;

interface State {
  readonly rows: readonly AnswerRow[];
  readonly past: readonly { readonly rows: readonly AnswerRow[]; readonly change: RowsChange }[];
}

const kinds = indicators.categories.flatMap((node) =>
  (node.children ?? []).map((child) => ({ level1: node.name, level2: child.name })),
);
const names = [
  '设备采购数量',
  '验收合格率',
  '按期完成率',
  '单台采购成本',
  '基层诊疗能力',
  '群众就医等候时间，含村卫生室与乡镇卫生院两级机构的平均数',
];
const targets = ['=25台', '≥95%', '2026年11月底前', '不高于 8 万元', '逐步提高', '≤15分钟'];

function inventedRows(count: number): AnswerRow[] {
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[Math.floor((index * kinds.length) / count)] ?? { level1: '', level2: '' };
    return {
      ...kind,
      level3: `${names[index % names.length]}${index + 1}`,
      target: targets[index % targets.length] ?? '',
    };
  });
}

const start = inventedRows(Number(parameters.get('rows') ?? '0'));
const finding = (path: string, severity: Finding['severity'], message: string): Finding => ({
  ruleId: `sample ${path}`,
  severity,
  outcome: 'fail',
  path,
  place: '',
  message,
});
const findings: readonly Finding[] = parameters.has('marks')
  ? [
      finding('indicators.1.target', 'error', '百分比不能大于 100%。'),
      finding('indicators.3.level3', 'warning', '与第 2 行的指标相同。'),
    ]
  : [];

function SheetPage() {
  const [state, setState] = useState<State>({ rows: start, past: [] });
  const [focusPath, setFocusPath] = useState<string | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key !== 'z') return;
      event.preventDefault();
      setState(({ rows, past }) => ({ rows: past.at(-1)?.rows ?? rows, past: past.slice(0, -1) }));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div style={{ height: '90vh', width: 'min(680px, 96vw)', padding: 12 }}>
      <IndicatorSheet
        table={indicators}
        amountUnit={definition.amountUnit}
        rows={state.rows}
        findings={findings}
        focusPath={focusPath}
        onFocusPath={setFocusPath}
        library={null}
        onChange={(rows, change) =>
          setState((before) => {
            const last = before.past.at(-1);
            const isSameTyping = change.mergeKey !== undefined && last?.change.mergeKey === change.mergeKey;
            return { rows, past: isSameTyping ? before.past : [...before.past, { rows: before.rows, change }] };
          })
        }
      />
      <output id="state" hidden>
        {JSON.stringify({ rows: state.rows, focusPath, undo: state.past.map(({ change }) => change.label) })}
      </output>
    </div>
  );
}

const root = document.querySelector('#root');
if (!root) throw new Error('sheet.html has no #root');
createRoot(root).render(
  <ConfigProvider locale={zhCN} theme={theme}>
    <SheetPage />
  </ConfigProvider>,
);
