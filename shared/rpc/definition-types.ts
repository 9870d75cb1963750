import { z } from 'zod';
import { definitionProblemSchema } from '../forms/check/problem.ts';
import { definitionSchema } from '../forms/definition.ts';
import { fileTokenSchema } from './file-token.ts';
import { method } from './method.ts';

const versionRefSchema = z.strictObject({ id: z.string(), version: z.int() });

/** One version of a definition, as the list of all of them shows it. */
export const managedDefinitionSchema = versionRefSchema.extend({
  name: z.string(),
  region: z.string(),
  family: z.string(),
  fromYear: z.int(),
  toYear: z.int().nullable(),
  origin: z.enum(['shipped', 'installed']),
  /** False where a newer version is there for new forms. */
  isNewest: z.boolean(),
  /** Forms of this version in the workspace, of all years. */
  forms: z.int(),
});
export type ManagedDefinition = z.infer<typeof managedDefinitionSchema>;

/** What a chosen definition file is. */
export const definitionReportSchema = z.strictObject({
  file: z.string(),
  /** Names the contents that were checked; `definition.install` takes these and no others. */
  contents: z.string(),
  problems: z.array(definitionProblemSchema),
  /** Null where an error keeps it from being used. */
  definition: definitionSchema.nullable(),
  /**
   * What installing it would do: `new`; `newer`: new forms are of this version from then on; `same`: it is there already.
   * Null where it cannot be installed.
   */
  standing: z.enum(['new', 'newer', 'same']).nullable(),
});
export type DefinitionReport = z.infer<typeof definitionReportSchema>;

/** Managing the form definitions (表样) of a workspace. */
export const definitionContract = {
  /** Every version there is, those of the program first, and files of the workspace that could not be used. */
  'definition.manage': method(
    z.strictObject({}),
    z.strictObject({
      definitions: z.array(managedDefinitionSchema),
      faults: z.array(z.strictObject({ file: z.string(), message: z.string() })),
    }),
  ),
  /** Checks a definition file; changes nothing. */
  'definition.check': method(z.strictObject({ token: fileTokenSchema }), definitionReportSchema),
  /** Adds a checked file to the workspace. A file that has errors, or was changed since it was checked, is refused. */
  'definition.install': method(z.strictObject({ token: fileTokenSchema, contents: z.string() }), versionRefSchema),
  /** Takes a version from the workspace that no form uses. */
  'definition.remove': method(versionRefSchema, z.strictObject({})),
  /** Writes a version as a file, to begin another one with. */
  'definition.export': method(
    versionRefSchema.extend({ target: fileTokenSchema }),
    z.strictObject({ fileName: z.string() }),
  ),
} as const;
