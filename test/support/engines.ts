import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Engine, openEngine } from '../../electron/core/engine.ts';
import type { AppError } from '../../shared/domain/app-error.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { type CoreContract, coreContract, type HostOnlyContract, hostOnlyContract } from '../../shared/rpc/contract.ts';
import type { CallContext, InputOf, OutputOf } from '../../shared/rpc/method.ts';
import { quietContext } from './reading.ts';
import { expectOk, temporaryFolder } from './workspaces.ts';

const contract = { ...coreContract, ...hostOnlyContract };
type Methods = CoreContract & HostOnlyContract;

export const resourcesDir = path.join(import.meta.dirname, '../../resources');

export interface TestEngine {
  readonly engine: Engine;
  readonly workspaceDir: string;
  /** A call whose answer must fit the contract. */
  call<N extends keyof Methods>(
    method: N,
    input: InputOf<Methods[N]>,
    context?: CallContext,
  ): Promise<Result<OutputOf<Methods[N]>, AppError>>;
}

/** An engine on a workspace of its own, closed after the test. It prints no pdf. */
export async function openTestEngine(workspaceDir: string = temporaryFolder()): Promise<TestEngine> {
  const engine = expectOk(
    await openEngine({
      workspaceDir,
      resourcesDir,
      programVersion: '1.2.3',
      printPdf: () => Promise.resolve({ ok: false, error: { kind: 'browserMissing' } }),
    }),
  );
  onTestFinished(() => engine.close());
  return {
    engine,
    workspaceDir,
    call: async (method, input, context = quietContext()) => {
      const result = await engine.call(method, input, context);
      return result.ok ? ok(contract[method].output.parse(result.value) as OutputOf<Methods[typeof method]>) : result;
    },
  };
}
