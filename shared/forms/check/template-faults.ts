import { normaliseLabel } from '../../grid/normalise.ts';
import type { FormDefinition } from '../definition.ts';
import { templateFields, templatePieces } from '../template.ts';
import { answersIn, layoutRows } from './layout-walk.ts';
import { type DataPath, errorAt, type Fault, warningAt } from './problem.ts';

/** More fields than any printed line has; each multiplies the ways in which a line can be read back. */
const MOST_FIELDS = 12;

/** Printed texts with fields in them that cannot be read backwards, and other wordings that are none. */
export function templateFaults(definition: FormDefinition): Fault[] {
  return [
    ...layoutRows(definition).flatMap(({ row, path, block, index }): Fault[] => {
      const side = block !== null && index === 0 ? [{ at: [...path.slice(0, -2), 'side'], ...block.side }] : [];
      const cells = row.cells.map((cell, at) => ({ at: [...path, 'cells', at], ...cell }));
      return [...side, ...cells].flatMap((cell) => {
        const aliases = 'aliases' in cell ? (cell.aliases ?? []) : [];
        if ('label' in cell) return aliasFaults(cell.at, cell.label, aliases);
        const [key, printed] =
          'template' in cell ? ['template', cell.template] : ['item', 'item' in cell ? cell.item : ''];
        return [
          ...[printed, ...aliases].flatMap((wording, which) =>
            wordingFaults(which === 0 ? [...cell.at, key] : [...cell.at, 'aliases', which - 1], wording),
          ),
          ...aliases.flatMap((alias, which) => {
            const extra = answersIn(alias).find((name) => !answersIn(printed).includes(name));
            return extra === undefined
              ? []
              : [errorAt([...cell.at, 'aliases', which], `其他写法中的“${extra}”不在印出的文字里`)];
          }),
        ];
      });
    }),
  ];
}

function wordingFaults(path: DataPath, wording: string): Fault[] {
  const fields = templateFields(wording);
  if (fields.length > MOST_FIELDS) return [errorAt(path, `一处文字最多 ${MOST_FIELDS} 个项目，请分成几格`)];
  const between = templatePieces(wording).slice(1, -1);
  // A year is four digits and needs no sign in front of it.
  const touching = between.findIndex((piece, index) => piece.trim() === '' && fields[index + 1] !== 'fiscalYear');
  if (touching >= 0) {
    const [before, after] = fields.slice(touching, touching + 2);
    return [errorAt(path, `“${before}”与“${after}”之间没有文字隔开，读回时分不清`)];
  }
  const unknown = /[{}]/u.exec(wording.replace(/\{[A-Za-z][A-Za-z0-9.]*\}/gu, ''));
  return unknown === null ? [] : [errorAt(path, '花括号里应是一个项目的编号，且成对出现')];
}

function aliasFaults(path: DataPath, label: string, aliases: readonly string[]): Fault[] {
  const seen = new Set([normaliseLabel(label)]);
  return aliases.flatMap((alias, index) => {
    const text = normaliseLabel(alias);
    if (seen.has(text)) return [warningAt([...path, 'aliases', index], `“${alias}”与已有的写法相同，可以删去`)];
    seen.add(text);
    return [];
  });
}
