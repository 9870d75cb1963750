import { completeness } from '../../../shared/checks/completeness.ts';
import { runChecks } from '../../../shared/checks/run-checks.ts';
import type { Answers } from '../../../shared/domain/answers.ts';
import { tableRows } from '../../../shared/domain/answers.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { WorkingCopy } from './working-copy.ts';

/** What the checks say of a working copy. */
export interface Analysis {
  /** The answers this was found for; older than the window's for a moment while typing. */
  readonly answers: Answers;
  /** All outcomes. */
  readonly findings: readonly Finding[];
  /** The failures, without places that are merely not filled in yet. */
  readonly failed: readonly Finding[];
  /** Problems by field or table (`annualFunds.total`, `indicators`). */
  readonly problemsByOwner: ReadonlyMap<string, readonly Finding[]>;
  readonly missing: ReadonlySet<string>;
  /** 0 to 100. */
  readonly percent: number;
}

/** A field that is empty, and a table without rows, is shown as not done yet, not as wrong. */
function isNotBegun({ ruleId, path }: Finding, { answers, definition }: WorkingCopy): boolean {
  const isTable = definition.tables.some((table) => table.id === path);
  return isTable ? tableRows(answers, path).length === 0 : ruleId === 'required';
}

function groupBy(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
  earlier: ReadonlyMap<string, readonly Finding[]> | undefined,
): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(keyOf(finding));
    if (group) group.push(finding);
    else groups.set(keyOf(finding), [finding]);
  }
  // A list that says the same stays the same object, so that what shows it is not drawn again.
  const kept = new Map<string, readonly Finding[]>();
  for (const [key, group] of groups) {
    const before = earlier?.get(key);
    kept.set(key, before && JSON.stringify(before) === JSON.stringify(group) ? before : group);
  }
  return kept;
}

/** Runs the checks on what is in the window. */
export function analyse(copy: WorkingCopy, earlier?: Analysis): Analysis {
  const { answers, definition, fiscalYear } = copy;
  const findings = runChecks(definition, { answers, fiscalYear });
  const { missing, percent } = completeness(definition, answers);
  const missingPaths = new Set(missing);
  const failed = findings.filter(
    (finding) => finding.outcome === 'fail' && !(missingPaths.has(finding.path) && isNotBegun(finding, copy)),
  );
  const tables = new Set(definition.tables.map((table) => table.id));
  const ownerOf = ({ path }: Finding) => {
    const [head = ''] = path.split('.');
    return tables.has(head) ? head : path;
  };
  return {
    answers,
    findings,
    failed,
    problemsByOwner: groupBy(failed, ownerOf, earlier?.problemsByOwner),
    // What a finding already says in words is not told twice.
    missing: new Set(missing.filter((path) => !failed.some((finding) => finding.path === path))),
    percent,
  };
}

const PAUSE_MS = 180;
/** Checks of a long form take about as long as a frame; while someone types on and on they stay rare. */
const LONGEST_WAIT_MS = 3000;

/** Keeps the analysis of a working copy up to date, in the pauses of typing. */
export class Analyst {
  readonly #copy: WorkingCopy;
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;
  #analysis: Analysis;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueMs: number | null = null;

  constructor(copy: WorkingCopy) {
    this.#copy = copy;
    this.#analysis = analyse(copy);
    this.#stop = copy.subscribe(() => this.#schedule());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): Analysis => this.#analysis;

  /** The analysis of exactly what is in the window now. */
  upToDate(): Analysis {
    if (this.#analysis.answers !== this.#copy.answers) this.#run();
    return this.#analysis;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#stop();
  }

  #schedule(): void {
    if (this.#analysis.answers === this.#copy.answers) return;
    const now = Date.now();
    this.#dueMs ??= now + LONGEST_WAIT_MS;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), Math.max(0, Math.min(PAUSE_MS, this.#dueMs - now)));
  }

  #run(): void {
    clearTimeout(this.#timer);
    this.#dueMs = null;
    this.#analysis = analyse(this.#copy, this.#analysis);
    for (const listener of this.#listeners) listener();
  }
}
