import { Alert, Button, Radio, Select, Table } from 'antd';
import { useMemo, useState } from 'react';
import { groupThousands } from '../../shared/domain/amount.ts';
import type { AppError } from '../../shared/domain/app-error.ts';
import { describeError } from '../../shared/domain/app-error.ts';
import type { RecordSummary } from '../../shared/domain/record.ts';
import { BatchProgress } from '../app/batch-progress.tsx';
import { navigate } from '../app/router.ts';
import { useBatch } from '../app/use-batch.ts';
import { useCall } from '../app/use-call.ts';
import { useSettled } from '../app/use-settled.ts';
import { useWorkspace } from '../app/workspace.tsx';
import '../wizard/findings.css';
import '../workbench/workbench.css';
import { type Carried, lastCarried, rememberCarried } from './carry-memory.ts';
import { CarryReport } from './carry-report.tsx';
import './year.css';

type Amounts = 'keep' | 'clear';

/** The years forms can be carried from, the nearest one before the present first. */
function yearsToCarry(years: readonly number[], toYear: number): number[] {
  const others = years.filter((year) => year !== toYear).sort((a, b) => b - a);
  return [...others.filter((year) => year < toYear), ...others.filter((year) => year > toYear)];
}

const none: readonly RecordSummary[] = [];

/** Begins the year with forms of another one: which ones, figures kept or cleared; then what still names that year. */
export function CarryScreen() {
  const { info, reload } = useWorkspace();
  const toYear = info.fiscalYear;
  const years = useMemo(() => yearsToCarry(info.years, toYear), [info.years, toYear]);
  const [fromYear, setFromYear] = useState(years[0]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [amounts, setAmounts] = useState<Amounts>('keep');
  const [carried, setCarried] = useState<Carried | null>(() => lastCarried(toYear));
  const [failure, setFailure] = useState<AppError | null>(null);
  const isSettled = useSettled();
  const list = useCall('record.list', isSettled && fromYear !== undefined ? { fiscalYear: fromYear } : null);
  const batch = useBatch('year.carryForward');

  const summaries = (list.value ?? none).filter(({ fiscalYear }) => fiscalYear === fromYear);
  const chosen = summaries.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const finish = (result: Carried | null) => {
    rememberCarried(result);
    setCarried(result);
  };
  const start = async () => {
    if (fromYear === undefined) return;
    const ids = chosen.length === summaries.length ? null : chosen;
    const result = await batch.start({ fromYear, toYear, ids, amounts });
    if (result.ok) {
      setFailure(null);
      finish({ fromYear, toYear, result: result.value });
      reload();
    } else setFailure(result.error.kind === 'cancelled' ? null : result.error);
  };

  if (batch.running) {
    const { progress, cancel } = batch.running;
    return <BatchProgress what={`正在沿用到${toYear}年度`} progress={progress} onCancel={cancel} />;
  }
  if (carried) return <CarryReport carried={carried} onAgain={() => finish(null)} />;
  const error = failure ?? list.error;
  return (
    <div className="page">
      <header className="page-head">
        <h2>沿用上年</h2>
        <span>
          从{' '}
          <Select
            aria-label="沿用哪一年"
            size="small"
            value={fromYear}
            placeholder="没有其他年度"
            options={years.map((year) => ({ value: year, label: `${year}年度` }))}
            onChange={(year: number) => {
              setFromYear(year);
              setLeft(new Set());
            }}
          />{' '}
          到 {toYear}年度
        </span>
        <Radio.Group
          aria-label="金额"
          value={amounts}
          onChange={(event) => setAmounts(event.target.value === 'clear' ? 'clear' : 'keep')}
          options={[
            { value: 'keep', label: '保留金额' },
            { value: 'clear', label: '清空金额' },
          ]}
        />
        <span className="spacer" />
        <Button onClick={() => navigate({ name: 'workbench' })}>返回</Button>
        <Button type="primary" disabled={chosen.length === 0} onClick={() => void start()}>
          沿用 {chosen.length} 张
        </Button>
      </header>
      {error && <Alert type="error" banner title={describeError(error)} />}
      <p className="carry-note">
        原来的表单不变。实施期随年度顺延，仍在实施期内的不改；指标和目标值保留；文字中的年份不改，沿用后逐处列出。已有的表单不会重复添加。
      </p>
      <div className="carry-table">
        <Table<RecordSummary>
          virtual
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: 800, y: 500 }}
          dataSource={summaries}
          rowSelection={{
            selectedRowKeys: chosen,
            columnWidth: 40,
            onChange: (keys) => {
              const kept = new Set(keys.map(String));
              setLeft(new Set(summaries.map(({ id }) => id).filter((id) => !kept.has(id))));
            },
          }}
          columns={[
            { title: '序号', dataIndex: 'ordinal', width: 60, align: 'center' },
            { title: '项目名称', dataIndex: 'title', ellipsis: true, render: (title: string) => title || '未命名' },
            { title: '填报单位', dataIndex: 'unit', width: 280, ellipsis: true },
            {
              title: '金额',
              dataIndex: 'amount',
              width: 160,
              align: 'right',
              render: (amount: string | null, { amountUnit }) =>
                amount === null ? '未填' : `${groupThousands(amount)} ${amountUnit}`,
            },
          ]}
          locale={{ emptyText: years.length === 0 ? '还没有其他年度的表单' : '该年度没有表单' }}
        />
      </div>
    </div>
  );
}
