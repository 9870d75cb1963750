import { readTarget } from './target-reading.ts';
import { words } from './words.ts';

/** How a target was understood: `读作 ≥ 90 %`, or that it is words. Nothing for an empty one. */
export function TargetTag({ text }: { readonly text: string }) {
  const reading = readTarget(text);
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'words') return <span className="sheet-reading">{words.readAsWords}</span>;
  return (
    <span className="sheet-reading">
      {words.readAs}
      {reading.operator === null ? null : <b>{reading.operator}</b>}
      <b>{reading.value}</b>
      {reading.unit === '' ? null : <b>{reading.unit}</b>}
    </span>
  );
}
