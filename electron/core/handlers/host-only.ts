import { ok } from '../../../shared/domain/result.ts';
import type { HostOnlyContract } from '../../../shared/rpc/contract.ts';
import type { Handlers } from '../../../shared/rpc/method.ts';
import type { CoreServices } from '../services.ts';

/** What only hosts may ask; a page's call never gets here. */
export function hostOnlyHandlers({ tokens }: CoreServices, close: () => void): Handlers<HostOnlyContract> {
  return {
    'files.register': ({ path, purpose }) => ok(tokens.register(path, purpose)),
    'core.close': () => {
      close();
      return ok({});
    },
  };
}
