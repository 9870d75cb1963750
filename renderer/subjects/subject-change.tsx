import { Alert, Button } from 'antd';
import type { CoreContract } from '../../shared/rpc/contract.ts';
import type { OutputOf } from '../../shared/rpc/method.ts';

export type SubjectTableChange = OutputOf<CoreContract['subject.read']> & { readonly file: string };

/** How many lines of a list are shown; the others are counted. */
const SHOWN = 200;

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>
        {title} {lines.length} 个
      </h3>
      <ul>
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lines.length > SHOWN && <p>其余 {lines.length - SHOWN} 个没有列出。</p>}
    </section>
  );
}

/** What a file would change in the table of the year, before anything is. */
export function SubjectChange({
  change,
  fiscalYear,
  onAccept,
  onCancel,
}: {
  readonly change: SubjectTableChange;
  readonly fiscalYear: number;
  readonly onAccept: () => void;
  readonly onCancel: () => void;
}) {
  const { subjects, problems, added, removed, renamed, file } = change;
  return (
    <div className="subjects-change">
      <p>
        “{file}”中有 {subjects.length} 个科目，载入后作为{fiscalYear}年的科目表，代替现在的。
      </p>
      {problems.length > 0 && (
        <Alert
          type="warning"
          title={`有 ${problems.length} 处需要核对`}
          description={problems.slice(0, SHOWN).map((problem) => <div key={problem}>{problem}</div>)}
        />
      )}
      <div className="subjects-actions">
        <Button type="primary" onClick={onAccept}>
          载入
        </Button>
        <Button onClick={onCancel}>不载入</Button>
      </div>
      <Lines title="改名" lines={renamed.map(({ code, from, to }) => `${code} ${from} → ${to}`)} />
      <Lines title="新增" lines={added.map(({ code, name }) => `${code} ${name}`)} />
      <Lines title="不再有" lines={removed.map(({ code, name }) => `${code} ${name}`)} />
    </div>
  );
}
