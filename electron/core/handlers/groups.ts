import type { CoreContract } from '../../../shared/rpc/contract.ts';
import type { Handlers } from '../../../shared/rpc/method.ts';

/** The handlers of the methods whose names begin with a group's name (`record.get` is of `record`). */
export type GroupHandlers<G extends string> = Pick<
  Handlers<CoreContract>,
  Extract<keyof CoreContract, `${G}.${string}`>
>;
