import type { AmountUnit } from '../../../shared/domain/amount.ts';
import type { FindingCounts } from '../../../shared/domain/finding.ts';
import type { RecordStatus } from '../../../shared/domain/record.ts';
import type { RevisionContent } from './revision.ts';

/** What lists show of a record's contents as they stand there. */
export interface SummaryColumns {
  readonly title: string;
  readonly unit: string;
  /** Equal for records that are the same form to a person: same definition, year, name and unit. */
  readonly matchKey: string;
  readonly amount: string | null;
  readonly amountUnit: AmountUnit;
}

/** Everything lists show of a record; worked out from its content by the core, kept beside it by the store. */
export interface DerivedColumns extends SummaryColumns {
  readonly status: RecordStatus;
  readonly completeness: number;
  readonly findings: FindingCounts;
  /** Names the rules they were worked out by; other rules, stale columns. */
  readonly derivedBy: string;
}

/** A record's new contents, in its definition's shape, before any rule has seen them. */
export interface RecordContents {
  readonly content: RevisionContent;
  readonly columns: SummaryColumns;
}

/** A record's new contents, in its definition's shape, with the columns derived from them. */
export interface RecordDraft extends RecordContents {
  readonly columns: DerivedColumns;
}

/** One change of an import: a record added, or new contents for one that is there. */
export interface RecordChange {
  readonly draft: RecordDraft;
  readonly replaces: string | null;
  /** The form of another year an added one was begun from. */
  readonly carriedFrom?: string;
}

/** A form of the sample, with the states it went through. */
export interface SampleForm {
  readonly draft: RecordDraft;
  /** What it said before, oldest first. */
  readonly earlier: readonly RecordDraft[];
  /** The place in the sample, before its own, of the form of another year it was begun from. */
  readonly carriedFrom: number | null;
}
