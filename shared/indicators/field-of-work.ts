/** A field of work (领域) and the words in a project's name by which it is known. */
export interface FieldOfWork {
  readonly field: string;
  readonly keywords: readonly string[];
}

/** The field that suits every project. */
export const GENERAL_FIELD = '通用';

/** The fields a project belongs to by its name; several for `乡镇卫生院设备购置`, none where no word is known. */
export function fieldsOfTitle(title: string, fields: readonly FieldOfWork[]): string[] {
  return fields
    .filter(({ field, keywords }) => [field, ...keywords].some((word) => title.includes(word)))
    .map(({ field }) => field);
}
