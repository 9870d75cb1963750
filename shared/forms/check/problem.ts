import { z } from 'zod';

/** Where something stands in the data of a definition: `['fields', 2, 'label']`. */
export type DataPath = readonly (string | number)[];

/** Something wrong with a definition, by its place in the data. */
export interface Fault {
  /** A definition with an error cannot be used; a warning says what people will stumble over. */
  readonly severity: 'error' | 'warning';
  readonly path: DataPath;
  /** One Chinese sentence. */
  readonly message: string;
}

/** Makes an error. */
export const errorAt = (path: DataPath, message: string): Fault => ({ severity: 'error', path, message });
/** Makes a warning. */
export const warningAt = (path: DataPath, message: string): Fault => ({ severity: 'warning', path, message });

/** The same by its place in the file, for the person who writes it. */
export const definitionProblemSchema = z.strictObject({
  severity: z.enum(['error', 'warning']),
  /** From 1. */
  line: z.int(),
  /** From 1, in characters as editors count them. */
  column: z.int(),
  /** As programs write it: `layout.rows.3.cells.1`; `""` for the whole file. */
  path: z.string(),
  /** As people say it: `版面 › 第 4 行 › 第 2 格`. */
  place: z.string(),
  message: z.string(),
});
export type DefinitionProblem = z.infer<typeof definitionProblemSchema>;
