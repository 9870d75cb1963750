import type { FormDefinition } from '../../../shared/forms/definition.ts';
import { layOut } from '../../../shared/forms/lay-out.ts';
import { recogniseDocument } from '../../../shared/forms/recognise/recognise.ts';
import { emptyAnswers } from '../../../shared/forms/shape.ts';
import { prepareReader } from '../readers/reader-worker.ts';
import { giveTurn } from '../turn.ts';

/** Any year: nothing comes of it. */
const YEAR = 2000;

let isWarm = false;

/**
 * Gets ready for an import that is about to come: starts the reader of foreign files, and once in the life of a core
 * recognises every form as it stands empty, since JavaScript is slow the first time it runs.
 */
export async function warmUp(definitions: readonly FormDefinition[]): Promise<void> {
  prepareReader();
  if (isWarm) return;
  isWarm = true;
  for (const definition of definitions) {
    const { rows } = layOut(definition, { answers: emptyAnswers(definition), fiscalYear: YEAR });
    for (const knowsSpans of [true, false]) {
      await giveTurn();
      const sheet = { name: '', rows, knowsSpans };
      recogniseDocument({ sheets: [sheet] }, definitions, { defaultFiscalYear: YEAR, lessons: [] });
    }
  }
}
