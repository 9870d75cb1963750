import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Empty, Select, Spin } from 'antd';
import { useState } from 'react';
import { describeError } from '../../shared/domain/app-error.ts';
import { withoutUnitCode } from '../../shared/domain/unit-name.ts';
import type { Overview, OverviewTotal } from '../../shared/overview/compute-overview.ts';
import { navigate } from '../app/router.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { FigureSection } from './figure-section.tsx';
import './overview.css';
import { useOverview } from './use-overview.ts';
import { amountText, changePercentText, changeText, words } from './words.ts';

function Total({ total, unit }: { readonly total: OverviewTotal; readonly unit: string }) {
  return (
    <div className="overview-total">
      <span>{total.title}</span>
      <strong>
        {amountText(total.amount)} <small>{unit}</small>
      </strong>
      <span className="quiet">
        {total.hasLast
          ? `上年 ${amountText(total.last)}，增减 ${changeText(total.change)}` +
            (total.changePercent === null ? '' : `（${changePercentText(total.changePercent)}）`)
          : words.noLast}
      </span>
    </div>
  );
}

function OverviewPart({ overview, fiscalYear }: { readonly overview: Overview; readonly fiscalYear: number }) {
  const { definitions } = useWorkspace();
  const { unit, totals, figures, missing } = overview;
  const nameOf = (id: string) => definitions.find((definition) => definition.id === id)?.name ?? id;
  return (
    <>
      {totals.length > 0 && (
        <div className="overview-totals">
          {totals.map((total) => (
            <Total key={total.title} total={total} unit={unit} />
          ))}
        </div>
      )}
      <div className="overview-figures">
        {figures.map((figure) => (
          <FigureSection key={figure.id} figure={figure} unit={unit} fiscalYear={fiscalYear} />
        ))}
        {missing.map(({ title, definition }) => (
          <section key={title} className="overview-figure overview-missing" aria-label={title}>
            <h3>{title}</h3>
            <p className="quiet">{words.waiting(nameOf(definition))}</p>
          </section>
        ))}
      </div>
    </>
  );
}

function NothingYet({ fiscalYear }: { readonly fiscalYear: number }) {
  return (
    <Empty
      className="overview-empty"
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <p>{fiscalYear}年度还没有可看的数字。</p>
          <p className="quiet">填好或导入预算表、项目表后，这里按来源、功能、用途列出收支，并与上年比较。</p>
        </>
      }
    >
      <Button type="primary" onClick={() => navigate({ name: 'import' })}>
        导入已有文档
      </Button>{' '}
      <Button onClick={() => navigate({ name: 'carry' })}>沿用上年</Button>{' '}
      <Button onClick={() => navigate({ name: 'workbench' })}>到工作台新建</Button>
    </Empty>
  );
}

/** The year in figures (概览): income and expenditure, 三公, projects, each beside last year, for screen and paper. */
export function OverviewScreen() {
  const { fiscalYear } = useWorkspace().info;
  const [chosen, setChosen] = useState<string | null>(null);
  const loaded = useOverview(chosen);
  if (loaded === null) return <Spin className="waiting" />;
  if (!loaded.ok) return <Alert type="error" banner title={describeError(loaded.error)} />;
  const { overviews, units, unit } = loaded.value;
  const drawn = overviews.filter(({ figures, totals }) => figures.length + totals.length > 0);
  if (drawn.length === 0) return <NothingYet fiscalYear={fiscalYear} />;
  return (
    <div className="page overview">
      <div className="page-head">
        <h2>
          {withoutUnitCode(unit)}
          {fiscalYear}年度预算概览
        </h2>
        <span className="spacer" />
        {units.length > 1 && (
          <Select
            showSearch
            className="overview-unit"
            aria-label="填报单位"
            value={unit}
            options={units.map((value) => ({ value, label: value }))}
            onChange={setChosen}
          />
        )}
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      </div>
      <div className="page-scroll">
        {drawn.map((overview) => (
          <OverviewPart key={overview.id} overview={overview} fiscalYear={fiscalYear} />
        ))}
      </div>
    </div>
  );
}
