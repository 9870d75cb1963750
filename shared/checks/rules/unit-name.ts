import type { Problem, Rule } from '../rule.ts';
import { judge, notApplicable } from '../rule.ts';

/** The common ids of fields that hold a unit's name. */
const UNIT_FIELDS: ReadonlySet<string> = new Set(['reportingUnit', 'department', 'implementingUnit']);
/** So many characters must agree before two names are taken for ones of the same place. */
const COMMON_LENGTH = 4;
/** Names may rightly differ by one of these in front: 县卫生健康局, 卫生健康局. */
const OPTIONAL_FIRST = /^[省市区县州旗盟乡镇村原驻]/u;

/** A unit's name without its code (`305-`). */
function bareName(text: string): string {
  return text.replace(/^[\dA-Za-z]+[-－—]?/u, '');
}

/** The character a name has lost in front, compared to another unit's name of the same form. */
function lostFirst(name: string, other: string): string | undefined {
  const [first = '', ...rest] = [...other];
  if (name.startsWith(first) || OPTIONAL_FIRST.test(first) || rest.length < COMMON_LENGTH) return undefined;
  return name.startsWith(rest.slice(0, COMMON_LENGTH).join('')) ? first : undefined;
}

export const unitName: Rule = {
  id: 'unit-name',
  title: '单位名称完整',
  severity: 'warning',
  source: 'Real forms: the first character of a name lost in copying; seen against the other units named in the form',
  families: 'all',
  run({ definition, fields }) {
    const cells = fields.filter(
      ({ path, text }) => (UNIT_FIELDS.has(path) || path === definition.summary.unit) && text !== '',
    );
    if (cells.length < 2) return notApplicable('没有两个可以比较的单位名称。');
    const problems = cells.flatMap(({ path, label, text }): Problem[] => {
      const name = bareName(text);
      for (const other of cells) {
        const lost = lostFirst(name, bareName(other.text));
        if (lost === undefined) continue;
        const value = `${text.slice(0, text.length - name.length)}${lost}${name}`;
        const message = `“${label}”写的是“${text}”，与“${other.label}”的“${other.text}”相比，开头少了“${lost}”，请核对。`;
        return [{ path, message, fix: { label: `改为“${value}”`, path, value } }];
      }
      return [];
    });
    return judge(problems);
  },
};
