import { countFindings, type Finding } from '../../../shared/domain/finding.ts';
import { summaryTitle } from '../../../shared/forms/shape.ts';
import { drawsOnOthers, surroundingsOf } from '../../../shared/forms/surroundings.ts';
import { findingsOf } from '../../core/draft.ts';
import { shippedSubjects } from '../../core/subject-tables.ts';
import type { Program } from '../program.ts';
import { EXIT_FAILURE, EXIT_FINDINGS, EXIT_OK, note, say, sayJson } from './output.ts';
import { type ReadingOptions, readDocuments, shippedDefinitions } from './read-documents.ts';
import { withSession } from './session.ts';

interface CheckOptions extends ReadingOptions {
  readonly store?: string | undefined;
  readonly json?: boolean | undefined;
}

/** One form's findings; a form read from a document has no id. */
interface CheckedForm {
  readonly recordId: string | null;
  readonly title: string;
  readonly findings: readonly Finding[];
}

const SEVERITY_NAMES = { error: '错误', warning: '提醒', hint: '建议' } as const;

/** `xiancai check`: the forms of some documents, or of a workspace. Status 1 when an error-level finding exists. */
export async function checkCommand(program: Program, files: readonly string[], options: CheckOptions): Promise<number> {
  const checked =
    files.length > 0
      ? await checkDocuments(program, files, options)
      : { forms: await checkStore(program, options.store), failures: [] };
  const { forms, failures } = checked;
  const all = forms.flatMap(({ findings }) => findings);
  const counts = countFindings(all);
  const couldNotRun = all.filter(({ outcome }) => outcome === 'couldNotRun').length;
  if (options.json === true) {
    sayJson({
      findings: forms.flatMap(printedFindings),
      summary: { records: forms.length, ...counts, couldNotRun },
    });
  } else {
    describe(forms);
    say(
      `共 ${forms.length} 张表：错误 ${counts.error}，提醒 ${counts.warning}，建议 ${counts.hint}，无法审核 ${couldNotRun}。`,
    );
  }
  for (const sentence of failures) note(sentence);
  if (failures.length > 0) return EXIT_FAILURE;
  return counts.error > 0 ? EXIT_FINDINGS : EXIT_OK;
}

async function checkDocuments(program: Program, files: readonly string[], options: ReadingOptions) {
  const { forms, failures } = await readDocuments(program, files, options);
  const definitions = (await shippedDefinitions(program)).all;
  const subjects = await shippedSubjects(program.resourcesDir);
  const checked = forms.map((form): CheckedForm => {
    const { definition, fiscalYear, answers } = form;
    const others = forms.filter((other) => other !== form);
    const beside = drawsOnOthers(definition) ? { surroundings: surroundingsOf(form, others, definitions) } : {};
    return {
      recordId: null,
      title: summaryTitle(definition, answers),
      findings: findingsOf({ definition, fiscalYear, answers, ...beside }, subjects),
    };
  });
  return { forms: checked, failures };
}

async function checkStore(program: Program, store: string | undefined): Promise<CheckedForm[]> {
  return await withSession(program, store, async (session) => {
    const ids = (await session.call('record.list', {})).map(({ id }) => id);
    return await session.call('check.run', { ids });
  });
}

/** What needs a person: failures, and rules that could not run. */
const needsAttention = ({ outcome }: Finding): boolean => outcome === 'fail' || outcome === 'couldNotRun';

function printedFindings({ recordId, title, findings }: CheckedForm) {
  return findings.filter(needsAttention).map(({ ruleId, severity, outcome, place, message, fix }) => ({
    ruleId,
    severity,
    outcome,
    recordTitle: title,
    recordId,
    place,
    message,
    fix: fix ?? null,
  }));
}

function describe(forms: readonly CheckedForm[]): void {
  for (const { title, findings } of forms) {
    for (const { severity, outcome, place, message } of findings.filter(needsAttention)) {
      const kind = outcome === 'couldNotRun' ? '无法审核' : SEVERITY_NAMES[severity];
      say(`${title}\t${kind}\t${place}\t${message}`);
    }
  }
}
