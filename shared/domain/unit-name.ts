/** A unit's name without the code in front of it: `361示例县卫生健康局`, `305-示例市卫生健康局`. */
export function withoutUnitCode(unit: string): string {
  return unit.trim().replace(/^\d+\s*[-－—]?\s*/u, '');
}

/** A unit as it is compared: without its code, whatever the width and the spaces. */
export function bareUnitName(unit: string): string {
  return withoutUnitCode(unit.normalize('NFKC').replace(/\s/gu, ''));
}
