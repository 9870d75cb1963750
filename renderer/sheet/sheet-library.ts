import type { LibraryIndicator } from '../../shared/indicators/library-indicator.ts';
import type { OfferedTarget } from '../../shared/indicators/rank-targets.ts';

/** What the sheet asks the indicator library. An answer that cannot be had is none. */
export interface SheetLibrary {
  readonly fiscalYear: number;
  /** Indicators for a name being typed in a row of a category (as the form writes it), best first. */
  readonly suggest: (asked: {
    readonly category: string;
    readonly typed: string;
  }) => Promise<readonly LibraryIndicator[]>;
  /** Targets for an indicator, best first. */
  readonly suggestTarget: (asked: {
    readonly category: string;
    readonly name: string;
    readonly typed: string;
  }) => Promise<readonly OfferedTarget[]>;
}
