import path from 'node:path';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { Result } from '../../../shared/domain/result.ts';
import {
  type CoreContract,
  coreContract,
  type HostOnlyContract,
  hostOnlyContract,
} from '../../../shared/rpc/contract.ts';
import type { CallContext, InputOf, OutputOf } from '../../../shared/rpc/method.ts';
import { openEngine } from '../../core/engine.ts';
import { defaultWorkspaceDir } from '../../shell/workspace-dir.ts';
import { machinePdf } from '../machine-pdf.ts';
import type { Program } from '../program.ts';
import { CommandFailure, failure, note } from './output.ts';

const contract = { ...coreContract, ...hostOnlyContract };
type AllMethods = CoreContract & HostOnlyContract;

/** A command's context: nobody cancels it but by ending it; progress goes to a person who watches, on standard error. */
export const commandContext: CallContext = {
  signal: new AbortController().signal,
  onProgress: ({ done, total, label }) => {
    if (process.stderr.isTTY) note(`${done}/${total} ${label}`);
  },
};

/** A workspace open for one command. */
export interface Session {
  /** @throws CommandFailure with the sentence for an expected error */
  call<N extends keyof AllMethods>(method: N, input: InputOf<AllMethods[N]>): Promise<OutputOf<AllMethods[N]>>;
}

/** The value, or the command's failure. */
export function unwrap<T>(result: Result<T, AppError>): T {
  if (result.ok) return result.value;
  throw failure(result.error);
}

/**
 * Runs a command's work on a workspace and closes it, however the work ends.
 * @param store the workspace's folder; the user's own when none is named
 */
export async function withSession<T>(
  program: Program,
  store: string | undefined,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const pdf = machinePdf(program.rendererDir);
  const opened = await openEngine({
    workspaceDir: store === undefined ? defaultWorkspaceDir() : path.resolve(store),
    resourcesDir: program.resourcesDir,
    programVersion: program.version,
    printPdf: pdf.print,
  });
  const engine = unwrap(opened);
  try {
    return await work({
      call: async (method, input) => {
        const value = unwrap(await engine.call(method, input, commandContext));
        const parsed = contract[method].output.safeParse(value);
        if (!parsed.success) throw new CommandFailure(`程序内部出错（${method}）。`);
        return parsed.data as OutputOf<AllMethods[typeof method]>;
      },
    });
  } finally {
    engine.close();
    await pdf.close();
  }
}
