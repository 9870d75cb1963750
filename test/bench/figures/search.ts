import path from 'node:path';
import { draftOf } from '../../../electron/core/draft.ts';
import { Store } from '../../../electron/core/store/store.ts';
import { fieldText, withField } from '../../../shared/domain/answers.ts';
import { testDerivation } from '../../support/derivation.ts';
import { type Figure, timed } from '../figure.ts';
import { expectValue, startCore } from '../support/core.ts';
import { BENCH_YEAR, benchDefinition, inventedForms } from '../support/invented-forms.ts';

const FORMS = 10_000;
const DRAWN = 200;
const ROUNDS = 15;
const TARGET_MS = 50;

/** A workspace with as many forms as a county has in years, searched once so that all of them are indexed. */
function fillWorkspace(workspaceDir: string): void {
  const store = expectValue(Store.open({ workspaceDir, author: { name: '', machine: '' } }));
  const drafts = inventedForms(DRAWN).map(({ answers, fiscalYear }) =>
    draftOf({ definition: benchDefinition, fiscalYear, answers }, testDerivation),
  );
  const changes = Array.from({ length: FORMS }, (_, index) => {
    const draft = drafts[index % drafts.length];
    if (draft === undefined) throw new Error('no forms');
    const { content, columns } = draft;
    const title = `${fieldText(content.answers, 'projectName')}${index + 1}`;
    const answers = withField(content.answers, 'projectName', title);
    return { draft: { content: { ...content, answers }, columns: { ...columns, title } }, replaces: null };
  });
  expectValue(store.saveAll(changes));
  expectValue(store.search({ query: '绩效', limit: 1 }));
  store.close();
}

/** A search over 10,000 forms, from the call to the answer with the places, by the length of what is looked for. */
export const search: Figure = {
  name: 'search',
  measure: async (context) => {
    const workspace = path.join(context.folder, 'workspace');
    fillWorkspace(workspace);
    const goal = fieldText(inventedForms(1)[0]?.answers ?? {}, 'annualGoal').replaceAll(/\P{Script=Han}/gu, '');
    const core = await startCore(context.folder, workspace);
    try {
      const measurements = [];
      for (const length of [1, 2, 3, 6]) {
        const query = goal.slice(0, length);
        const find = () => core.call('record.search', { query, fiscalYear: BENCH_YEAR });
        const { total } = await find();
        const values: number[] = [];
        for (let round = 0; round < ROUNDS; round += 1) values.push(await timed(find));
        context.note(`${length} characters: ${total} of ${FORMS} forms found`);
        const target = { kind: 'most', value: TARGET_MS } as const;
        measurements.push({
          what: `finds ${length} characters in ${FORMS} forms`,
          unit: 'ms' as const,
          values,
          target,
        });
      }
      return measurements;
    } finally {
      await core.close();
    }
  },
};
