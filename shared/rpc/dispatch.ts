import type { AppError } from '../domain/app-error.ts';
import { err, type Result } from '../domain/result.ts';
import type { CallContext, Contract, Handlers, ParsedInputOf } from './method.ts';

/**
 * Calls the handler of a method with its parsed input.
 * @returns the handler's result; `badRequest` when the input breaks the contract; null when it has no such method
 */
export async function dispatch<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  method: string,
  input: unknown,
  context: CallContext,
): Promise<Result<unknown, AppError> | null> {
  const spec = Object.hasOwn(contract, method) ? contract[method] : undefined;
  const handler = handlers[method];
  if (spec === undefined || handler === undefined) return null;
  const parsed = spec.input.safeParse(input);
  if (!parsed.success) return err({ kind: 'badRequest', detail: describeIssue(parsed.error.issues[0]) });
  // Method and handler belong together by `Handlers<C>`; the compiler cannot see it for a name it does not know.
  return await handler(parsed.data as ParsedInputOf<C[string]>, context);
}

function describeIssue(issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined): string {
  return issue === undefined ? '' : `${issue.path.join('.')} ${issue.message}`.trim();
}
