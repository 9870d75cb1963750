import { z } from 'zod';
import { appErrorSchema } from '../domain/app-error.ts';

/**
 * Messages between a host and the core, and between the page and its host: a request is answered by exactly one
 * response with its id; progress may come before it; a cancel asks to stop early (the response still comes).
 */
export const requestSchema = z.strictObject({
  kind: z.literal('request'),
  id: z.string().max(64),
  method: z.string().max(64),
  input: z.unknown(),
});
export const cancelSchema = z.strictObject({ kind: z.literal('cancel'), id: z.string().max(64) });
export const progressSchema = z.strictObject({
  kind: z.literal('progress'),
  id: z.string(),
  done: z.number(),
  total: z.number(),
  label: z.string(),
});
export const responseSchema = z.strictObject({
  kind: z.literal('response'),
  id: z.string(),
  result: z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: z.unknown() }),
    z.strictObject({ ok: z.literal(false), error: appErrorSchema }),
  ]),
});

/** The one thing the core asks of its host: a pdf of a `PaperDocument`, where the host has the web contents to print. */
export const pdfRequestSchema = z.strictObject({
  kind: z.literal('pdfRequest'),
  id: z.string(),
  document: z.unknown(),
});
export const pdfResponseSchema = z.strictObject({
  kind: z.literal('pdfResponse'),
  id: z.string(),
  result: z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: z.instanceof(Uint8Array) }),
    z.strictObject({ ok: z.literal(false), error: appErrorSchema }),
  ]),
});
/** The core's first message: it has opened its store, or why not. */
export const coreReadySchema = z.strictObject({
  kind: z.literal('ready'),
  result: z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: z.null() }),
    z.strictObject({ ok: z.literal(false), error: appErrorSchema }),
  ]),
});

export const toCoreSchema = z.discriminatedUnion('kind', [requestSchema, cancelSchema, pdfResponseSchema]);
export const fromCoreSchema = z.discriminatedUnion('kind', [
  coreReadySchema,
  progressSchema,
  responseSchema,
  pdfRequestSchema,
]);
export type Request = z.infer<typeof requestSchema>;
export type ToCore = z.infer<typeof toCoreSchema>;
export type FromCore = z.infer<typeof fromCoreSchema>;
