import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { answersSchema } from '../../shared/domain/answers.ts';

const countySchema = z.strictObject({
  /** Whose workspace it would be. */
  unit: z.string().min(1),
  fiscalYear: z.int(),
  /** The files beside this one that hold the forms, without `.json`, in the order of the list. */
  parts: z.array(z.string().regex(/^[a-z0-9-]+$/u)).min(1),
});

const sampleRecordSchema = z.strictObject({
  /** What a later form of the same file calls this one by. */
  key: z.string().optional(),
  /** The `key` of the form of the year before that this one was begun from. */
  carriedFrom: z.string().optional(),
  definitionId: z.string(),
  fiscalYear: z.int(),
  answers: answersSchema,
  /** What it said in earlier saves, oldest first: the fields and tables that were different. */
  earlier: z.array(answersSchema).default([]),
});

const partSchema = z.strictObject({ records: z.array(sampleRecordSchema).min(1) });

/** A form of the sample county. */
export type SampleRecord = z.infer<typeof sampleRecordSchema>;

/** An invented county, for a first look at the program. */
export interface Sample {
  readonly unit: string;
  readonly fiscalYear: number;
  readonly records: readonly SampleRecord[];
}

/**
 * The sample shipped with the program.
 * @throws when it is not there or not in its shape: the installation is broken
 */
export async function loadSample(resourcesDir: string): Promise<Sample> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(resourcesDir, 'sample', `${name}.json`), 'utf8'));
  const { unit, fiscalYear, parts } = countySchema.parse(await read('county'));
  const files = await Promise.all(parts.map(async (name) => partSchema.parse(await read(name))));
  return { unit, fiscalYear, records: files.flatMap(({ records }) => records) };
}
