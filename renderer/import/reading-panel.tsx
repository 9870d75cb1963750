import { CheckOutlined, LoadingOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import type { MaterialState } from './use-import.ts';
import { words } from './words.ts';

const STATE_WORDS: Record<MaterialState['state'], string> = {
  waiting: words.waiting,
  reading: words.reading,
  done: words.done,
};

export interface ReadingPanelProps {
  readonly materials: readonly MaterialState[];
  readonly onCancel: () => void;
}

/** How far reading is, material by material. */
export function ReadingPanel({ materials, onCancel }: ReadingPanelProps) {
  const done = materials.filter(({ state }) => state === 'done').length;
  return (
    <div className="import-reading" aria-busy="true">
      <p>{words.readingSources(materials.length)}</p>
      <Progress percent={Math.round((done / Math.max(materials.length, 1)) * 100)} showInfo={false} />
      <ul>
        {materials.map(({ name, state }, index) => (
          // The same name may come twice, from two folders.
          <li key={`${String(index)} ${name}`} className={`is-${state}`}>
            <span className="import-reading-mark">
              {state === 'done' ? <CheckOutlined /> : state === 'reading' ? <LoadingOutlined /> : null}
            </span>
            <span className="import-reading-name">{name}</span>
            <span className="import-quiet">{STATE_WORDS[state]}</span>
          </li>
        ))}
      </ul>
      <Button onClick={onCancel}>{words.cancel}</Button>
    </div>
  );
}
