import { completeness } from '../../../shared/checks/completeness.ts';
import { checkByRule } from '../../../shared/checks/run-checks.ts';
import type { Answers } from '../../../shared/domain/answers.ts';
import { type Finding, isProblem } from '../../../shared/domain/finding.ts';
import { alone, type Surroundings } from '../../../shared/forms/surroundings.ts';
import { type KnownSubjects, noSubjects } from '../../../shared/subjects/known-subjects.ts';
import type { Clock } from '../../timing/clock.ts';
import { Pace, paceFor } from '../../timing/pace.ts';
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

/** The other forms that answers hang together with. */
export type Surround = (answers: Answers) => Surroundings;

/** What a form is judged beside and held against. */
interface Beside {
  readonly surround: Surround;
  readonly subjects: KnownSubjects;
}

const byItself: Beside = { surround: () => alone, subjects: noSubjects };

/** Runs the checks on what is in the window; yields between two rules. */
function* analysing(
  copy: WorkingCopy,
  { surround, subjects }: Beside,
  earlier?: Analysis,
): Generator<undefined, Analysis> {
  const { answers, definition, fiscalYear } = copy;
  const findings: Finding[] = [];
  for (const found of checkByRule(definition, { answers, fiscalYear }, surround(answers), subjects)) {
    findings.push(...found);
    yield;
  }
  const { missing, percent } = completeness(definition, answers);
  yield;
  const failed = findings.filter(isProblem);
  const tables = new Set(definition.tables.map((table) => table.id));
  const ownerOf = ({ path }: Finding) => {
    const [head = ''] = path.split('.');
    return tables.has(head) ? head : path;
  };
  const failedPaths = new Set(failed.map((finding) => finding.path));
  return {
    answers,
    findings,
    failed,
    problemsByOwner: groupBy(failed, ownerOf, earlier?.problemsByOwner),
    // What a finding already says in words is not told twice.
    missing: new Set(missing.filter((path) => !failedPaths.has(path))),
    percent,
  };
}

/** Runs the checks on what is in the window, at one go. */
export function analyse(copy: WorkingCopy, earlier?: Analysis, beside: Beside = byItself): Analysis {
  const steps = analysing(copy, beside, earlier);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Checks of a long form take longer than a frame; while someone types on and on they stay rare. */
const PACE = { pauseMs: 180, longestMs: 3000 };
/** The checks give way to keys and frames this often. */
const SLICE_MS = 3;

/** Keeps the analysis of a working copy up to date, in the pauses of typing and a little at a time. */
export class Analyst {
  readonly #copy: WorkingCopy;
  readonly #clock: Clock;
  readonly #pace: Pace;
  readonly #listeners = new Set<() => void>();
  readonly #stopListening: () => void;
  #analysis: Analysis;
  #beside: Beside = byItself;
  #stopSlices: (() => void) | null = null;

  constructor(copy: WorkingCopy, clock: Clock) {
    this.#copy = copy;
    this.#clock = clock;
    this.#analysis = analyse(copy);
    this.#pace = new Pace(() => this.#begin(), paceFor(copy, PACE), clock);
    this.#stopListening = copy.subscribe(() => this.#schedule());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): Analysis => this.#analysis;

  /** Takes the other forms into account from now on. */
  surround(surround: Surround): void {
    this.#judgeBeside({ ...this.#beside, surround });
  }

  /** Holds the form against subject tables from now on. */
  holdAgainst(subjects: KnownSubjects): void {
    this.#judgeBeside({ ...this.#beside, subjects });
  }

  /** The analysis of exactly what is in the window now. */
  upToDate(): Analysis {
    if (this.#analysis.answers !== this.#copy.answers) {
      this.#stop();
      this.#take(analyse(this.#copy, this.#analysis, this.#beside));
    }
    return this.#analysis;
  }

  dispose(): void {
    this.#stop();
    this.#stopListening();
  }

  #judgeBeside(beside: Beside): void {
    this.#stop();
    this.#beside = beside;
    this.#begin();
  }

  #schedule(): void {
    // An analysis under way is finished first, or typing without a pause would never let one come to its end.
    if (this.#stopSlices === null && this.#analysis.answers !== this.#copy.answers) this.#pace.touch();
  }

  #begin(): void {
    this.#goOn(analysing(this.#copy, this.#beside, this.#analysis));
  }

  #goOn(steps: Generator<undefined, Analysis>): void {
    this.#stopSlices = null;
    const endMs = this.#clock.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) {
        this.#take(step.value);
        this.#schedule();
        return;
      }
    } while (this.#clock.now() < endMs);
    this.#stopSlices = this.#clock.after(0, () => this.#goOn(steps));
  }

  #stop(): void {
    this.#pace.stop();
    this.#stopSlices?.();
    this.#stopSlices = null;
  }

  #take(analysis: Analysis): void {
    this.#analysis = analysis;
    for (const listener of this.#listeners) listener();
  }
}
