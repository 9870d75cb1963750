import { Alert, Button, Table, Tag } from 'antd';
import type { DefinitionProblem } from '../../shared/forms/check/problem.ts';
import type { DefinitionReport } from '../../shared/rpc/definition-types.ts';
import { BlankForm } from './blank-form.tsx';
import { verdict, words } from './words.ts';

function Problems({ problems }: { readonly problems: readonly DefinitionProblem[] }) {
  return (
    <Table<DefinitionProblem>
      className="definition-problems"
      size="small"
      rowKey={({ line, column, path, message }) => `${line} ${column} ${path} ${message}`}
      pagination={false}
      dataSource={problems}
      columns={[
        {
          title: '位置',
          width: 144,
          render: (_value, { line, column }) => `第 ${line} 行第 ${column} 列`,
        },
        {
          title: '',
          width: 64,
          render: (_value, { severity }) =>
            severity === 'error' ? <Tag color="error">错误</Tag> : <Tag color="warning">提醒</Tag>,
        },
        {
          title: '问题',
          render: (_value, { place, message }) => (
            <>
              <span className="definition-place">{place}</span>
              {message}
            </>
          ),
        },
      ]}
    />
  );
}

/** A chosen file: what is wrong with it, where, and the form as blank paper where it can be used. */
export function FilePane({
  report,
  fiscalYear,
  isBusy,
  onInstall,
  onAgain,
  onClose,
}: {
  readonly report: DefinitionReport;
  readonly fiscalYear: number;
  readonly isBusy: boolean;
  readonly onInstall: () => void;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}) {
  const { file, problems, definition, standing } = report;
  const hasErrors = definition === null;
  const canInstall = standing === 'new' || standing === 'newer';
  const years = definition?.years;
  const isForYear =
    years !== undefined && years.from <= fiscalYear && (years.to === undefined || fiscalYear <= years.to);
  return (
    <div className="page definition-file">
      <header className="page-head">
        <h2>{file}</h2>
        {definition && (
          <span className="definition-which">
            {definition.name}，{definition.region}，第 {definition.version} 版
          </span>
        )}
        <span className="spacer" />
        <Button onClick={onClose}>{words.back}</Button>
        {!canInstall && (
          <Button loading={isBusy} onClick={onAgain}>
            {words.again}
          </Button>
        )}
        {canInstall && (
          <Button type="primary" loading={isBusy} onClick={onInstall}>
            {words.install}
          </Button>
        )}
      </header>
      <Alert banner type={hasErrors ? 'error' : problems.length > 0 ? 'warning' : 'success'} title={verdict(report)} />
      <div className="definition-found">
        {problems.length > 0 && <Problems problems={problems} />}
        {definition && (
          <div className="definition-preview">
            <BlankForm definition={definition} fiscalYear={isForYear ? fiscalYear : definition.years.from} />
          </div>
        )}
      </div>
    </div>
  );
}
