import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FieldOfWork } from '../../../shared/indicators/field-of-work.ts';
import type { LibraryIndicator } from '../../../shared/indicators/library-indicator.ts';
import type { Candidate } from '../../../shared/indicators/rank.ts';
import { searchKey } from '../../../shared/indicators/rank.ts';
import { patternOfShipped, type ShippedFile, shippedFileSchema } from '../../../shared/indicators/shipped-file.ts';

/** The starting set as it is asked. */
export interface ShippedLibrary {
  readonly fields: readonly FieldOfWork[];
  /** In the order of the files. */
  readonly candidates: readonly Candidate[];
  readonly find: (level2: string, key: string) => LibraryIndicator | undefined;
}

const keyOf = (level2: string, key: string): string => `${level2}\n${key}`;

/**
 * Loads the shipped starting set.
 * @param initialsOf first letters of a name's pinyin
 * @throws when it is not there or not in its shape: the installation is broken
 */
export async function loadShippedLibrary(
  resourcesDir: string,
  initialsOf: (name: string) => string,
): Promise<ShippedLibrary> {
  const folder = path.join(resourcesDir, 'indicators');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const files = await Promise.all(
    names.map(async (name) => shippedFileSchema.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')))),
  );
  const candidates = files.flatMap((file) => candidatesOf(file, initialsOf));
  const byKey = new Map(candidates.map(({ indicator, key }) => [keyOf(indicator.level2, key), indicator] as const));
  return { fields: files, candidates, find: (level2, key) => byKey.get(keyOf(level2, key)) };
}

function candidatesOf({ field, indicators }: ShippedFile, initialsOf: (name: string) => string): Candidate[] {
  return indicators.map((shipped): Candidate => {
    const { level1, level2, name, kind, alsoFor = [] } = shipped;
    const pattern = patternOfShipped(shipped);
    const fields = [field, ...alsoFor];
    const indicator: LibraryIndicator = { level1, level2, name, kind, pattern, fields, uses: 0, sources: ['shipped'] };
    return { indicator, key: searchKey(name), initials: initialsOf(name), likeness: 0 };
  });
}
