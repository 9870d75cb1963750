import path from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import { coreContract, hostOnlyContract } from '../../shared/rpc/contract.ts';
import { dispatch } from '../../shared/rpc/dispatch.ts';
import type { CallContext } from '../../shared/rpc/method.ts';
import { loadDefinitions } from './definitions.ts';
import { derivationBy } from './derivation.ts';
import { rulesFingerprint } from './draft.ts';
import { FileTokens } from './file-tokens.ts';
import { coreHandlers } from './handlers/core-handlers.ts';
import { hostOnlyHandlers } from './handlers/host-only.ts';
import { IdleWork } from './idle-work.ts';
import { judgeBeside, judgeSaved } from './judge-saved.ts';
import { IndicatorLibrary } from './library/indicator-library.ts';
import { fileLogger, type Logger, newBugId } from './log/logger.ts';
import type { PdfPrinter } from './ports.ts';
import type { CoreServices } from './services.ts';
import { currentAuthor } from './store/author.ts';
import { Store } from './store/store.ts';
import { SubjectTables } from './subject-tables.ts';

export interface EngineOptions {
  /** The workspace's folder, absolute; made when it is not there. */
  readonly workspaceDir: string;
  /** The data shipped with the program (`forms/`, `sample/`). */
  readonly resourcesDir: string;
  readonly programVersion: string;
  readonly printPdf: PdfPrinter;
}

/** The core: one workspace, open for this process alone, and everything that can be asked of it. */
export interface Engine {
  /**
   * Carries out a call. The input is parsed here; a bug is written to the workspace's log once and comes back as
   * `internal` with its id. Never throws.
   */
  call(method: string, input: unknown, context: CallContext): Promise<Result<unknown, AppError>>;
  /** Lets go of the workspace; calls after it fail with `notConnected`. */
  close(): void;
}

/**
 * Opens a workspace.
 * @returns why it cannot be: `storeInUse`, `storeNewer`, `storeDamaged`, `definitionInvalid`, `readOnly`, …
 */
export async function openEngine(options: EngineOptions): Promise<Result<Engine, AppError>> {
  z.config(z.locales.zhCN());
  const { workspaceDir, resourcesDir, programVersion, printPdf } = options;
  const log = fileLogger(path.join(workspaceDir, 'log'));
  const formsDir = path.join(workspaceDir, 'forms');
  const loaded = await loadDefinitions(path.join(resourcesDir, 'forms'), formsDir);
  if (!loaded.ok) return loaded;
  const { definitions, faults } = loaded.value;
  const store = Store.open({ workspaceDir, author: currentAuthor() });
  if (!store.ok) return store;
  const rules = rulesFingerprint(programVersion, [...definitions.shipped, ...definitions.installed]);
  const subjects = await SubjectTables.open(store.value, resourcesDir);
  const services: CoreServices = {
    store: store.value,
    definitions,
    definitionFaults: faults,
    formsDir,
    library: new IndicatorLibrary({ store: store.value, definitions, readBy: rules, resourcesDir }),
    subjects,
    derivedBy: derivationBy(rules, subjects),
    tokens: new FileTokens(),
    resourcesDir,
    programVersion,
    printPdf,
  };
  return ok(createEngine(services, log));
}

/** The method that shows what the rules say of all forms. */
const SHOWS_JUDGEMENTS = 'record.list';
/**
 * Methods that show nothing of what the rules say, and must not wait for it. No other ever meets a record that the rules
 * have not seen.
 */
const BLIND_TO_RULES: ReadonlySet<string> = new Set(['record.save', 'library.suggest', 'library.suggestTarget']);

function createEngine(services: CoreServices, log: Logger): Engine {
  const idleWork = new IdleWork(services, log);
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    idleWork.stop();
    try {
      // What nobody has asked for yet is known at the next start.
      judgeBeside(services);
    } catch (thrown) {
      log.bug(newBugId(), 'close', thrown);
    }
    services.store.close();
  };
  let isSettling = false;
  // Behind the answer to the call: whoever waits for it does not wait for this. What fails is met again at a save.
  const settleSoon = () => {
    if (isSettling) return;
    isSettling = true;
    setImmediate(() => {
      isSettling = false;
      services.store.settle();
    });
  };
  const handlers = coreHandlers(services);
  const hostHandlers = hostOnlyHandlers(services, close);
  idleWork.postpone();
  return {
    close,
    call: async (method, input, context) => {
      if (!isOpen) return err({ kind: 'notConnected' });
      try {
        idleWork.postpone();
        if (method === SHOWS_JUDGEMENTS) judgeBeside(services);
        else if (!BLIND_TO_RULES.has(method)) judgeSaved(services);
        return (
          (await dispatch(coreContract, handlers, method, input, context)) ??
          (await dispatch(hostOnlyContract, hostHandlers, method, input, context)) ??
          err({ kind: 'badRequest', detail: method })
        );
      } catch (thrown) {
        const id = newBugId();
        log.bug(id, method, thrown);
        return err({ kind: 'internal', id });
      } finally {
        settleSoon();
      }
    },
  };
}
