import type { z } from 'zod';
import type { AppError } from '../domain/app-error.ts';
import type { Result } from '../domain/result.ts';
import type { CancelSignal } from './cancel.ts';

/** One method of a contract: what goes in, what comes out. Both are parsed where they cross a process. */
export interface MethodSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
}

/** Declares a method, keeping its exact schema types. */
export function method<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): MethodSpec<I, O> {
  return { input, output };
}

export type Contract = { readonly [name: string]: MethodSpec };
/** What a caller passes (defaults may be left out). */
export type InputOf<M extends MethodSpec> = z.input<M['input']>;
/** What a handler gets (parsed, defaults filled in). */
export type ParsedInputOf<M extends MethodSpec> = z.output<M['input']>;
export type OutputOf<M extends MethodSpec> = z.output<M['output']>;

/** How far long work has come. `label` names what is being worked on (a file, a form). */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** What a handler gets beside its input. */
export interface CallContext {
  readonly signal: CancelSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** An exhaustive handler object: one function per method of the contract, no more and no less. */
export type Handlers<C extends Contract> = {
  readonly [N in keyof C]: (
    input: ParsedInputOf<C[N]>,
    context: CallContext,
  ) => Promise<Result<OutputOf<C[N]>, AppError>> | Result<OutputOf<C[N]>, AppError>;
};
