import type { AppError } from '../../shared/domain/app-error.ts';
import type { Result } from '../../shared/domain/result.ts';
import { err } from '../../shared/domain/result.ts';
import { coreContract, type HostContract, hostContract } from '../../shared/rpc/contract.ts';
import { dispatch } from '../../shared/rpc/dispatch.ts';
import type { CallContext, Handlers } from '../../shared/rpc/method.ts';
import type { CoreSupervisor } from './core-supervisor.ts';
import { reportBug } from './report-bug.ts';

/** Carries out one call of the page; never throws for anything the page may send. */
export type PageCalls = (method: string, input: unknown, context: CallContext) => Promise<Result<unknown, AppError>>;

/**
 * Routes what the page asks: to the host's own handlers, or to the core. Methods that only hosts may call
 * (`files.register`, `core.close`) are unknown here.
 */
export function createPageCalls(core: CoreSupervisor, host: Handlers<HostContract>): PageCalls {
  return async (method, input, context) => {
    if (Object.hasOwn(coreContract, method)) return await core.call(method, input, context);
    try {
      return (
        (await dispatch(hostContract, host, method, input, context)) ?? err({ kind: 'badRequest', detail: method })
      );
    } catch (error) {
      return err(reportBug(error));
    }
  };
}
