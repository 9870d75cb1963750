/**
 * Where forms come to stand that are moved up or down the list by one place, as one block.
 * @param order all forms of the list, in their order
 * @param direction -1 up, 1 down
 * @returns the form they then stand in front of, null for the end; undefined where they cannot go further
 */
export function stepTarget(
  order: readonly string[],
  moved: readonly string[],
  direction: 1 | -1,
): string | null | undefined {
  const block = new Set(moved);
  const rest = order.filter((id) => !block.has(id));
  const first = order.findIndex((id) => block.has(id));
  const last = order.findLastIndex((id) => block.has(id));
  if (first < 0) return undefined;
  if (direction < 0) return first === 0 ? undefined : order[first - 1];
  const next = order[last + 1];
  if (next === undefined) return undefined;
  return rest[rest.indexOf(next) + 1] ?? null;
}

/**
 * Where forms come to stand that are dropped on another one: in its place, whether they come from above or below.
 * @returns as `stepTarget`
 */
export function dropTarget(order: readonly string[], moved: readonly string[], on: string): string | null | undefined {
  const block = new Set(moved);
  const first = order.findIndex((id) => block.has(id));
  if (block.has(on) || first < 0) return undefined;
  if (order.indexOf(on) < first) return on;
  const rest = order.filter((id) => !block.has(id));
  return rest[rest.indexOf(on) + 1] ?? null;
}
