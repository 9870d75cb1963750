import { Alert, Button, Splitter } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { answerAt } from '../../shared/domain/answers.ts';
import type { ImportAccept, PlacedText } from '../../shared/rpc/import-types.ts';
import { CandidateList, titleOf } from './candidate-list.tsx';
import { LeftPanel } from './left-panel.tsx';
import { PaperPane } from './paper-pane.tsx';
import type { ReviewItem } from './review.ts';
import {
  canPlaceAt,
  changeItem,
  leaveText,
  openTexts,
  placeText,
  sameCount,
  startReview,
  takeTextBack,
  toAccept,
  uncertainCount,
} from './review.ts';
import { SourcePane } from './source-pane.tsx';
import { lineAt, lineOfText, sourceLines } from './source-view.ts';
import { useFindingCounts } from './use-finding-counts.ts';
import type { Found } from './use-import.ts';
import { useSourceRows } from './use-source-rows.ts';
import { words } from './words.ts';

export interface ReviewPanelProps {
  readonly fiscalYear: number;
  readonly found: Found;
  readonly message: string | null;
  readonly isSaving: boolean;
  readonly onAccept: (forms: readonly ImportAccept[], titles: readonly string[], sameCount: number) => void;
  readonly onAgain: () => void;
  readonly onCancel: () => void;
}

const NONE: readonly never[] = [];

/** What was read, to be looked at and decided on. Nothing is saved here. */
export function ReviewPanel({ fiscalYear, found, message, isSaving, onAccept, onAgain, onCancel }: ReviewPanelProps) {
  const { result, definitions } = found;
  const [items, setItems] = useState(() => startReview(result.records));
  const [selectedId, setSelectedId] = useState(0);
  const [markedPath, setMarkedPath] = useState<string | null>(null);
  const [line, setLine] = useState(-1);
  const [isAcknowledged, setAcknowledged] = useState(false);
  const counts = useFindingCounts(items, definitions);

  const item = items[selectedId];
  const definition = item && definitions.get(item.candidate.definitionId);
  const open = useMemo(() => (item ? openTexts(item) : NONE), [item]);
  const source = useSourceRows(result.reading, item?.id);
  const lines = useMemo(() => (source.kind === 'known' ? sourceLines(source.rows, NONE) : NONE), [source]);
  const ticked = items.filter(({ isTicked }) => isTicked);
  const others = isAcknowledged ? 0 : result.unrecognised.length + result.failures.length;
  const uncertain = ticked.reduce((sum, each) => sum + uncertainCount(each), others);
  const pickedPath =
    item && definition && markedPath !== null && canPlaceAt(definition, item.answers, markedPath) ? markedPath : null;

  const change = useCallback((id: number, next: (item: ReviewItem) => ReviewItem) => {
    setItems((all) => changeItem(all, id, next));
  }, []);
  const show = useCallback((path: string | null, nextLine: number) => {
    setMarkedPath(path);
    setLine(nextLine);
  }, []);
  // One and the same functions throughout: with 500 forms only the lines that change are drawn again.
  const select = useCallback(
    (id: number) => {
      setSelectedId(id);
      show(null, -1);
    },
    [show],
  );
  const tick = useCallback((id: number, isTicked: boolean) => change(id, (each) => ({ ...each, isTicked })), [change]);
  const takeAs = useCallback(
    (id: number, isUpdate: boolean) => change(id, (each) => ({ ...each, isUpdate })),
    [change],
  );

  function accept(): void {
    const titles = ticked.map((each) => {
      const own = definitions.get(each.candidate.definitionId);
      return own ? titleOf(each, own) : '';
    });
    onAccept(toAccept(items), titles, sameCount(items));
  }

  return (
    <div className="import-review">
      {message === null ? null : <Alert type="error" showIcon banner title={message} />}
      <Splitter className="import-columns">
        <Splitter.Panel defaultSize="25%" min={200} collapsible>
          <CandidateList
            fiscalYear={fiscalYear}
            items={items}
            definitions={definitions}
            counts={counts}
            selectedId={selectedId}
            onSelect={select}
            onTick={tick}
            onTickAll={(isTicked) => setItems((all) => all.map((each) => ({ ...each, isTicked })))}
            onTakeAs={takeAs}
          />
        </Splitter.Panel>
        <Splitter.Panel defaultSize="42%" min={320}>
          {item && definition ? (
            <PaperPane
              item={item}
              definition={definition}
              markedPath={markedPath}
              onPickPath={(path) => show(path, lineOfText(lines, answerAt(item.answers, path)))}
              onPickNote={(note) => show(note.path, lineAt(lines, note.place))}
              onConfirm={(isConfirmed) => change(item.id, (each) => ({ ...each, isConfirmed }))}
              onDropText={(index, path) =>
                change(item.id, (each) => placeText(each, definition, index, path, 'append'))
              }
            />
          ) : (
            <p className="import-nothing">{words.nothingFound}</p>
          )}
        </Splitter.Panel>
        <Splitter.Panel min={220} collapsible>
          {item ? <SourcePane candidate={item.candidate} source={source} open={open} line={line} /> : null}
        </Splitter.Panel>
      </Splitter>
      <LeftPanel
        key={selectedId}
        item={item}
        definition={definition}
        result={result}
        pickedPath={pickedPath}
        isAcknowledged={isAcknowledged}
        onAcknowledge={() => setAcknowledged(true)}
        onPlace={(index, path, way) => {
          if (!item || !definition) return;
          change(item.id, (each) => placeText(each, definition, index, path, way));
          setMarkedPath(path);
        }}
        onTakeBack={(path) => item && definition && change(item.id, (each) => takeTextBack(each, definition, path))}
        onLeave={(index, isLeftOut) => item && change(item.id, (each) => leaveText(each, index, isLeftOut))}
        onShow={(text: PlacedText) => setLine(lineAt(lines, text.place))}
      />
      <footer className="import-foot">
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button onClick={onAgain}>{words.again}</Button>
        <span className="import-spring" />
        {uncertain > 0 ? <span className="import-uncertain">{words.leftToConfirm(uncertain)}</span> : null}
        <Button
          type={uncertain === 0 ? 'primary' : 'default'}
          disabled={ticked.length === 0}
          loading={isSaving}
          onClick={accept}
        >
          {ticked.length === items.length ? words.acceptAll(items.length) : words.acceptTicked(ticked.length)}
        </Button>
      </footer>
    </div>
  );
}
