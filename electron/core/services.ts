import type { FolderFault } from './definition-files.ts';
import type { DefinitionSet } from './definitions.ts';
import type { Derivation } from './derivation.ts';
import type { FileTokens } from './file-tokens.ts';
import type { IndicatorLibrary } from './library/indicator-library.ts';
import type { PdfPrinter } from './ports.ts';
import type { Store } from './store/store.ts';
import type { SubjectTables } from './subject-tables.ts';

/** What the handlers of an engine work with. */
export interface CoreServices {
  readonly store: Store;
  readonly definitions: DefinitionSet;
  /** Files of the workspace's `forms/` that could not be used when it was opened. */
  readonly definitionFaults: readonly FolderFault[];
  /** Where the definitions added to the workspace are kept. */
  readonly formsDir: string;
  readonly subjects: SubjectTables;
  readonly library: IndicatorLibrary;
  readonly derivedBy: Derivation;
  readonly tokens: FileTokens;
  readonly resourcesDir: string;
  readonly programVersion: string;
  readonly printPdf: PdfPrinter;
}
