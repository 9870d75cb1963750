import { Alert, Button, Spin } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { SaveStateLabel } from '../app/save-state.tsx';
import { useWizard } from './wizard-context.tsx';

const PrintPreview = lazy(async () => ({ default: (await import('../print-preview/print-preview.tsx')).PrintPreview }));

/** The pages as they print. They are made from what is saved, so everything is saved first. */
export function PrintStep({ onClose }: { readonly onClose: () => void }) {
  const { copy, saver } = useWizard();
  const [isSaved, setIsSaved] = useState<boolean | null>(saver.isSaved ? true : null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isGone = false;
    const save = async () => {
      const saved = await saver.flush();
      if (!isGone) setIsSaved(saved);
    };
    if (round >= 0) void save();
    return () => {
      isGone = true;
    };
  }, [saver, round]);
  const waiting = <Spin className="waiting" description="正在准备打印页" />;
  if (isSaved === null) return waiting;
  if (!isSaved) {
    return (
      <Alert
        type="warning"
        title="有内容还没有保存，保存后才能打印"
        description={<SaveStateLabel />}
        action={<Button onClick={() => setRound(round + 1)}>重试</Button>}
      />
    );
  }
  return (
    <Suspense fallback={waiting}>
      <PrintPreview recordIds={[copy.recordId]} onClose={onClose} />
    </Suspense>
  );
}
