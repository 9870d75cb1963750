import { useEffect, useEffectEvent } from 'react';
import { ChoosePanel } from './choose-panel.tsx';
import { DonePanel } from './done-panel.tsx';
import './import.css';
import { ReadingPanel } from './reading-panel.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { useImport } from './use-import.ts';

export interface ImportScreenProps {
  /** The year of forms whose source names none. */
  readonly fiscalYear: number;
  /** Files that were dropped elsewhere in the window: read at once. */
  readonly dropped: readonly File[];
  /** Called with the saved forms when the person goes on. */
  readonly onDone: (recordIds: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Import of documents: choose, read, look at what was recognised, and only then save. */
export function ImportScreen({ fiscalYear, dropped, onDone, onCancel }: ImportScreenProps) {
  const { phase, read, reread, cancel, accept, restart, fail } = useImport(fiscalYear);
  const readDropped = useEffectEvent(() => void read(dropped.map((file) => ({ kind: 'file', file }))));
  useEffect(() => {
    if (dropped.length > 0) readDropped();
  }, [dropped]);
  switch (phase.kind) {
    case 'choosing':
      return (
        <div className="import">
          <ChoosePanel
            message={phase.message}
            onRead={(materials) => void read(materials)}
            onMessage={fail}
            onCancel={onCancel}
          />
        </div>
      );
    case 'reading':
      return (
        <div className="import">
          <ReadingPanel materials={phase.materials} onCancel={cancel} />
        </div>
      );
    case 'reviewing':
      return (
        <div className="import">
          <ReviewPanel
            fiscalYear={fiscalYear}
            found={phase.found}
            message={phase.message}
            isSaving={phase.isSaving}
            reread={reread}
            onAccept={(forms, report) => void accept(forms, report)}
            onAgain={restart}
            onCancel={onCancel}
          />
        </div>
      );
    case 'done':
      return (
        <div className="import">
          <DonePanel
            fiscalYear={fiscalYear}
            saved={phase.saved}
            report={phase.report}
            onDone={onDone}
            onMore={restart}
          />
        </div>
      );
  }
}
