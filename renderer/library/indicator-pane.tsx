import { App as AntApp, Button } from 'antd';
import type { LibraryIndicator } from '../../shared/indicators/library-indicator.ts';
import { navigate } from '../app/router.ts';
import { useCall } from '../app/use-call.ts';
import { patternText } from '../sheet/suggestion.ts';
import { clipboardLine } from './clipboard-line.ts';
import type { OpenForm } from './use-open-form.ts';
import { kindNames, words } from './words.ts';

function Uses({ indicator }: { readonly indicator: LibraryIndicator }) {
  const { level2, name, uses } = indicator;
  const found = useCall('library.uses', uses === 0 ? null : { level2, name });
  if (uses === 0) return <p className="quiet">{words.notUsed}</p>;
  return (
    <ul className="library-uses">
      {(found.value?.uses ?? []).map(({ recordId, title, fiscalYear, path, target }) => (
        <li key={recordId}>
          <button
            type="button"
            className="link-button"
            title={title}
            onClick={() => navigate({ name: 'form', recordId, step: null, at: path === '' ? null : path })}
          >
            {title || words.untitled}
          </button>
          <span className="quiet">
            {fiscalYear}年 {target}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One indicator: how it is written, for what it suits, where it stands, and ways to take it. */
export function IndicatorPane({
  indicator,
  fiscalYear,
  openForm,
}: {
  readonly indicator: LibraryIndicator;
  readonly fiscalYear: number;
  readonly openForm: OpenForm | null;
}) {
  const { message } = AntApp.useApp();
  const { level1, level2, name, kind, pattern, fields } = indicator;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(clipboardLine(indicator, fiscalYear));
      void message.success(words.copied);
    } catch {
      // The browser may refuse the clipboard.
      void message.warning(words.copyFailed);
    }
  };
  return (
    <aside className="library-pane" aria-label={name}>
      <h3>{name}</h3>
      <p className="quiet">{[level1, level2].filter((level) => level !== '').join(' › ')}</p>
      <dl>
        <dt>{words.target}</dt>
        <dd>
          {pattern === null ? words.noTarget : patternText(pattern, fiscalYear)}
          {kind === null ? null : <span className="quiet">（{kindNames[kind]}）</span>}
        </dd>
        <dt>{words.field}</dt>
        <dd>{fields.join('、')}</dd>
      </dl>
      <div className="library-pane-tools">
        {openForm && (
          <Button type="primary" title={words.insertHint} onClick={() => openForm.insert(indicator)}>
            <span className="library-insert">{words.insertInto(openForm.title)}</span>
          </Button>
        )}
        <Button title={words.copyHint} onClick={() => void copy()}>
          {words.copy}
        </Button>
      </div>
      <h4>{words.where}</h4>
      <Uses key={`${level2} ${name}`} indicator={indicator} />
    </aside>
  );
}
