import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { answersSchema } from '../../shared/domain/answers.ts';

const sampleSchema = z.strictObject({
  /** Whose workspace it would be. */
  unit: z.string().min(1),
  fiscalYear: z.int(),
  records: z.array(z.strictObject({ definitionId: z.string(), fiscalYear: z.int(), answers: answersSchema })).min(1),
});

/** An invented county, for a first look at the program. */
export type Sample = z.infer<typeof sampleSchema>;

/**
 * The sample shipped with the program.
 * @throws when it is not there or not in its shape: the installation is broken
 */
export async function loadSample(resourcesDir: string): Promise<Sample> {
  const file = path.join(resourcesDir, 'sample', 'county.json');
  return sampleSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}
