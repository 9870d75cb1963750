/**
 * The numbers of forms printed together (`3、…绩效目标表`): each counts those of its own definition before it, from 1.
 * A form that is the only one of its definition has none.
 * @param definitionIds of the forms, in the order of the document
 */
export function numberForms(definitionIds: readonly string[]): (number | undefined)[] {
  const counts = new Map<string, number>();
  const numbers = definitionIds.map((id) => {
    const number = (counts.get(id) ?? 0) + 1;
    counts.set(id, number);
    return number;
  });
  return numbers.map((number, index) => (counts.get(definitionIds[index] ?? '') === 1 ? undefined : number));
}
