import { Alert, Button, Splitter } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { answerAt } from '../../shared/domain/answers.ts';
import type { AppError } from '../../shared/domain/app-error.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Lesson } from '../../shared/forms/recognise/lesson.ts';
import type { ImportAccept, PlacedText } from '../../shared/rpc/import-types.ts';
import { CandidateList, titleOf } from './candidate-list.tsx';
import type { Edit } from './edits.ts';
import { canPlaceAt, isSameText } from './edits.ts';
import { inferLesson, lessonPath } from './infer-lesson.ts';
import { LeftPanel } from './left-panel.tsx';
import { LessonsBar } from './lessons-bar.tsx';
import { PaperPane } from './paper-pane.tsx';
import { type ImportReport, makeReport } from './report.ts';
import { editItem, openTexts, reopenText, toAccept, uncertainCount, undoEdit } from './review.ts';
import './review.css';
import { SourcePane } from './source-pane.tsx';
import { lineAt, lineOfText, sourceLines } from './source-view.ts';
import { useFindingCounts } from './use-finding-counts.ts';
import type { Found } from './use-import.ts';
import { useReview } from './use-review.ts';
import { useSourceRows } from './use-source-rows.ts';
import { words } from './words.ts';

export interface ReviewPanelProps {
  readonly fiscalYear: number;
  readonly found: Found;
  readonly message: string | null;
  readonly isSaving: boolean;
  readonly reread: (lessons: readonly Lesson[]) => Promise<Result<Found, AppError>>;
  readonly onAccept: (forms: readonly ImportAccept[], report: ImportReport) => void;
  readonly onAgain: () => void;
  readonly onCancel: () => void;
}

const NONE: readonly never[] = [];

/** What was read, to be looked at and decided on. Nothing is saved here. */
export function ReviewPanel(props: ReviewPanelProps) {
  const { fiscalYear, message, isSaving, onAccept, onAgain, onCancel } = props;
  const review = useReview(props.found, props.reread);
  const { items, change, setItems } = review;
  const { result, definitions } = review.found;
  const [selectedId, setSelectedId] = useState(0);
  const [markedPath, setMarkedPath] = useState<string | null>(null);
  const [line, setLine] = useState(-1);
  const [isAcknowledged, setAcknowledged] = useState(false);
  const counts = useFindingCounts(items, definitions);

  const item = items.find(({ id }) => id === selectedId);
  const definition = item && definitions.get(item.candidate.definitionId);
  const open = useMemo(() => (item ? openTexts(item) : NONE), [item]);
  const source = useSourceRows(result.reading, item?.number);
  const lines = useMemo(() => (source.kind === 'known' ? sourceLines(source.rows, NONE) : NONE), [source]);
  const ticked = items.filter(({ isTicked }) => isTicked);
  const others = isAcknowledged ? 0 : result.unrecognised.length + result.failures.length;
  const uncertain = ticked.reduce((sum, each) => sum + uncertainCount(each), others);
  const pickedPath =
    item && definition && markedPath !== null && canPlaceAt(definition, item.answers, markedPath) ? markedPath : null;

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

  /** Puts something right in the form on show, and learns from it what holds for the others. */
  function edit(next: Edit, nth = 0): void {
    if (!item || !definition) return;
    change(item.id, (each) => editItem(each, definition, next));
    if (next.kind !== 'place' && next.kind !== 'move') return;
    const path = next.kind === 'place' ? next.path : next.to;
    setMarkedPath(path);
    const isReplacing = next.kind === 'move' || next.way === 'replace';
    const lesson =
      source.kind === 'known' &&
      inferLesson({
        definition,
        answers: item.candidate.answers,
        rows: source.rows,
        text: next.kind === 'place' ? next.text.text : next.text,
        place: next.kind === 'place' ? next.text.place : null,
        nth,
        path,
        isReplacing: isReplacing && answerAt(item.answers, path) !== '',
      });
    if (lesson) review.teach(lesson, item.id);
  }

  function place(index: number, path: string, way: 'append' | 'replace'): void {
    const text = item?.left[index];
    if (!item || !text) return;
    const nth = item.left.slice(0, index).filter((each) => isSameText(each, text)).length;
    edit({ kind: 'place', text: { text: text.text, place: text.place }, path, way }, nth);
  }

  function accept(): void {
    const report = makeReport(items, result, (each) => {
      const own = definitions.get(each.candidate.definitionId);
      return own ? titleOf(each, own) : '';
    });
    onAccept(toAccept(items), report);
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
              onDropText={(index, path) => place(index, path, 'append')}
              onEdit={edit}
              onUndo={() => change(item.id, (each) => undoEdit(each, definition))}
            />
          ) : (
            <p className="import-nothing">{words.nothingFound}</p>
          )}
        </Splitter.Panel>
        <Splitter.Panel min={220} collapsible>
          {item ? <SourcePane candidate={item.candidate} source={source} open={open} line={line} /> : null}
        </Splitter.Panel>
      </Splitter>
      <LessonsBar
        taught={review.taught}
        definitions={definitions}
        isRereading={review.isRereading}
        problem={review.problem}
        onForget={review.forget}
      />
      <LeftPanel
        key={selectedId}
        item={item}
        definition={definition}
        result={result}
        pickedPath={pickedPath}
        isAcknowledged={isAcknowledged}
        onAcknowledge={() => setAcknowledged(true)}
        onPlace={place}
        onLabel={(index, path) => {
          const label = item?.left[index]?.text;
          if (!item || !definition || label === undefined) return;
          const { id: definitionId } = definition;
          review.teach({ kind: 'label', definitionId, path: lessonPath(definition, path), text: label }, item.id);
        }}
        onLeave={(index) => {
          const text = item?.left[index];
          if (text) edit({ kind: 'leave', text: { text: text.text, place: text.place } });
        }}
        onReopen={(index) => {
          const text = item?.left[index];
          if (item && definition && text) change(item.id, (each) => reopenText(each, definition, text));
        }}
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
