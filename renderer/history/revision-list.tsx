import { Checkbox } from 'antd';
import { formatClock, formatMoment } from '../app/format-time.ts';
import { describeChanges, type RevisionGroup } from './revision-groups.ts';

function whenOf({ fromMs, last }: RevisionGroup, nowMs: number): string {
  const from = formatMoment(fromMs, nowMs);
  return formatClock(fromMs) === formatClock(last.savedAtMs) ? from : `${from}—${formatClock(last.savedAtMs)}`;
}

/** The saved states of a form, newest first: when, who, on which PC, what changed. */
export function RevisionList({
  groups,
  chosen,
  isEach,
  momentOf,
  onChoose,
  onEach,
}: {
  readonly groups: readonly RevisionGroup[];
  /** Name of the chosen line's state. */
  readonly chosen: string | undefined;
  readonly isEach: boolean;
  /** When a revision was saved, in words. */
  readonly momentOf: (revision: string) => string;
  readonly onChoose: (group: RevisionGroup) => void;
  readonly onEach: (isEach: boolean) => void;
}) {
  const nowMs = Date.now();
  return (
    <div className="revision-side">
      <Checkbox checked={isEach} onChange={(event) => onEach(event.target.checked)}>
        逐次显示每一次保存
      </Checkbox>
      <ul className="revision-list" aria-label="历史版本">
        {groups.map((group, index) => {
          const { last, count } = group;
          return (
            <li key={last.id}>
              <button
                type="button"
                className="revision-item"
                aria-pressed={last.id === chosen}
                onClick={() => onChoose(group)}
              >
                <span className="revision-when">
                  {whenOf(group, nowMs)}
                  {index === 0 && <em>当前</em>}
                  {count > 1 && <small>{count} 次保存</small>}
                </span>
                <span className="revision-what">
                  {last.restoredFrom === null ? '' : `恢复到 ${momentOf(last.restoredFrom)} 的版本：`}
                  {describeChanges(group)}
                </span>
                <span className="revision-who">
                  {last.savedBy || '未知用户'}（{last.savedOn}）
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
