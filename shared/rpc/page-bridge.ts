import { z } from 'zod';
import { appErrorSchema } from '../domain/app-error.ts';
import { fileTokenSchema } from './contract.ts';
import { cancelSchema, progressSchema, requestSchema, responseSchema } from './wire.ts';

/** The name under which Electron's preload script gives the bridge to the page, as a global. */
export const pageBridgeName = 'xiancai';

/** The two channels of Electron's ipc: the page asks on one, hears on the other. */
export const pageChannel = { rpc: 'rpc', event: 'event' } as const;

/** Everything that may come in on the `rpc` channel. Paths come from the preload script, never from the page. */
export const pageMessageSchema = z.discriminatedUnion('kind', [
  requestSchema,
  cancelSchema,
  z.strictObject({ kind: z.literal('registerFiles'), paths: z.array(z.string().max(4096)).max(500) }),
]);
export type PageMessage = z.infer<typeof pageMessageSchema>;

/** Everything that goes to the page on the `event` channel. */
export const pageEventSchema = z.discriminatedUnion('kind', [
  progressSchema,
  z.strictObject({ kind: z.literal('coreState'), state: z.enum(['ready', 'restarting', 'stopped']) }),
]);
export type PageEvent = z.infer<typeof pageEventSchema>;

/** Answer to a picked file: its token, or why it was not taken. */
export const registeredFileSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.strictObject({ token: fileTokenSchema, name: z.string() }) }),
  z.strictObject({ ok: z.literal(false), error: appErrorSchema }),
]);
export const registeredFilesSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    value: z.array(z.strictObject({ token: fileTokenSchema, name: z.string() })),
  }),
  z.strictObject({ ok: z.literal(false), error: appErrorSchema }),
]);

/** What a call is answered with; the value is parsed by the method's own schema. */
export const callResultSchema = responseSchema.shape.result;

/** What Electron's preload script gives the page: these and nothing else. Answers are parsed by whoever calls. */
export interface PageBridge<PickedFile> {
  call(id: string, method: string, input: unknown): Promise<unknown>;
  cancel(id: string): Promise<void>;
  registerFiles(files: readonly PickedFile[]): Promise<unknown>;
  /** Returns the function that stops telling. */
  onEvent(listener: (event: unknown) => void): () => void;
}
