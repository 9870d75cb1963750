import { Button } from 'antd';
import type { PublicationProblem } from '../../shared/rpc/book-types.ts';
import { navigate } from '../app/router.ts';

/** What to look at before publishing; a form's problem leads to its cell. */
export function ProblemList({ problems }: { readonly problems: readonly PublicationProblem[] }) {
  if (problems.length === 0) return <p className="book-sound">没有发现公开前要处理的问题。</p>;
  return (
    <ul className="book-problems" aria-label="公开前要看的问题">
      {problems.map(({ recordId, title, place, path, message }) => (
        <li key={`${recordId} ${path} ${message}`}>
          <strong>{title}</strong>
          {place !== '' && <span>　{place}</span>}
          <p>{message}</p>
          {recordId !== null && (
            <Button
              type="link"
              size="small"
              onClick={() => navigate({ name: 'form', recordId, step: null, at: path === '' ? null : path })}
            >
              去修改
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
