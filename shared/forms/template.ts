/**
 * Printed text with fields in it (`（{fiscalYear}年度）`), filled in forwards and matched backwards.
 */

const FIELD = /\{([A-Za-z][A-Za-z0-9.]*)\}/gu;

/** The field ids a template names, in order. */
export function templateFields(template: string): string[] {
  return [...template.matchAll(FIELD)].map((match) => match[1] ?? '');
}

/** The template with every field replaced by its text. */
export function fillTemplate(template: string, textOf: (field: string) => string): string {
  return template.replace(FIELD, (_whole, field: string) => textOf(field));
}

/** The fixed pieces around the fields: one more than there are fields. */
export function templatePieces(template: string): string[] {
  const pieces: string[] = [];
  let end = 0;
  for (const match of template.matchAll(FIELD)) {
    pieces.push(template.slice(end, match.index));
    end = match.index + match[0].length;
  }
  pieces.push(template.slice(end));
  return pieces;
}
