import { Button } from 'antd';
import { navigate } from '../app/router.ts';
import type { Carried } from './carry-memory.ts';

const REASONS = { exists: '本年度已有，没有重复添加', notInYear: '表样不适用于本年度' } as const;

/** What was carried forward, what was left out and why, and every place that still names the year before. */
export function CarryReport({ carried, onAgain }: { readonly carried: Carried; readonly onAgain: () => void }) {
  const { fromYear, toYear, result } = carried;
  const { created, skipped } = result;
  const open = (recordId: string, at: string | null) => navigate({ name: 'form', recordId, step: null, at });
  const withLeftovers = created.filter(({ leftovers }) => leftovers.length > 0);
  return (
    <div className="page">
      <header className="page-head">
        <h2>
          已从{fromYear}年度沿用 {created.length} 张表单到{toYear}年度
        </h2>
        <span className="spacer" />
        <Button onClick={onAgain}>再沿用其他表单</Button>
        <Button type="primary" onClick={() => navigate({ name: 'workbench' })}>
          到工作台
        </Button>
      </header>
      <div className="page-scroll">
        {skipped.length > 0 && (
          <section className="carry-skipped">
            <h3>没有沿用的 {skipped.length} 张</h3>
            <ul>
              {skipped.map(({ id, title, reason }) => (
                <li key={id}>
                  {title || '未命名'}：{REASONS[reason]}
                </li>
              ))}
            </ul>
          </section>
        )}
        <h3>
          {withLeftovers.length > 0 ? `仍写着${fromYear}年的地方，请逐处核对` : `文字中没有写着${fromYear}年的地方`}
        </h3>
        {withLeftovers.map(({ id, title, leftovers }) => (
          <section key={id} className="check-form">
            <h3>
              <button type="button" className="link-button" onClick={() => open(id, null)}>
                {title || '未命名'}
              </button>
              <span className="count-warning">{leftovers.length} 处</span>
            </h3>
            <ul className="check-list">
              {leftovers.map(({ path, place, text }) => (
                <li key={path}>
                  <button type="button" className="finding-link finding-warning" onClick={() => open(id, path)}>
                    <span className="finding-place">{place}</span>
                    <span>{text}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
