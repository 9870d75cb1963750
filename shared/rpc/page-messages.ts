import { z } from 'zod';
import { appErrorSchema } from '../domain/app-error.ts';
import { fileTokenSchema } from './file-token.ts';
import { cancelSchema, progressSchema, requestSchema, responseSchema } from './wire.ts';

/** Everything that may come in on Electron's `rpc` channel. Paths come from the preload script, never from the page. */
export const pageMessageSchema = z.discriminatedUnion('kind', [
  requestSchema,
  cancelSchema,
  z.strictObject({ kind: z.literal('registerFiles'), paths: z.array(z.string().max(4096)).max(500) }),
]);
export type PageMessage = z.infer<typeof pageMessageSchema>;

/** The state of the core, told to the page by either host. */
export const coreStateEventSchema = z.strictObject({
  kind: z.literal('coreState'),
  state: z.enum(['ready', 'restarting', 'stopped']),
});
export const pageEventSchema = z.discriminatedUnion('kind', [progressSchema, coreStateEventSchema]);
/** Everything that goes to the page on Electron's `event` channel. */
export type PageEvent = z.infer<typeof pageEventSchema>;

const namedTokenSchema = z.strictObject({ token: fileTokenSchema, name: z.string() });
const failureSchema = z.strictObject({ ok: z.literal(false), error: appErrorSchema });

/** Answer to one picked file: its token, or why it was not taken. */
export const registeredFileSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: namedTokenSchema }),
  failureSchema,
]);
export const registeredFilesSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.array(namedTokenSchema) }),
  failureSchema,
]);

/** What a call is answered with; the value is parsed by the method's own schema. */
export const callResultSchema = responseSchema.shape.result;
