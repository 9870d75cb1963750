import type { CoreContract } from '../../../shared/rpc/contract.ts';
import type { Handlers } from '../../../shared/rpc/method.ts';
import type { CoreServices } from '../services.ts';
import { bookHandlers } from './books.ts';
import { checkHandlers } from './checks.ts';
import { definitionHandlers } from './definitions.ts';
import { exportHandlers } from './exports.ts';
import { historyHandlers } from './history.ts';
import { importHandlers } from './imports.ts';
import { libraryHandlers } from './library.ts';
import { recordHandlers } from './records.ts';
import { sampleHandlers } from './sample.ts';
import { searchHandlers } from './search.ts';
import { subjectHandlers } from './subjects.ts';
import { workspaceHandlers } from './workspace.ts';
import { yearHandlers } from './year.ts';

/** Every method the page may call; the compiler says when one is missing. */
export function coreHandlers(services: CoreServices): Handlers<CoreContract> {
  return {
    ...workspaceHandlers(services),
    ...definitionHandlers(services),
    ...recordHandlers(services),
    ...historyHandlers(services),
    ...searchHandlers(services),
    ...yearHandlers(services),
    ...checkHandlers(services),
    ...importHandlers(services),
    ...exportHandlers(services),
    ...bookHandlers(services),
    ...sampleHandlers(services),
    ...subjectHandlers(services),
    ...libraryHandlers(services),
  };
}
