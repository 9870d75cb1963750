import { err, ok } from '../../../shared/domain/result.ts';
import type { HostContract } from '../../../shared/rpc/contract.ts';
import type { Handlers } from '../../../shared/rpc/method.ts';
import type { FileExchange } from './file-endpoints.ts';

/** What browser mode does for the page itself. Choosing files and printing are the browser's own there. */
export function createHostHandlers(files: FileExchange, programVersion: string): Handlers<HostContract> {
  return {
    'host.info': () => ok({ kind: 'browser', version: programVersion }),
    'host.chooseFiles': () => err({ kind: 'badRequest', detail: 'host.chooseFiles' }),
    'host.chooseTarget': ({ suggestedName }) => files.newTarget(suggestedName),
    'host.print': () => err({ kind: 'badRequest', detail: 'host.print' }),
  };
}
