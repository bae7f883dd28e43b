/**
 * The station above (-1) or below (1) in the list. One that the list does not show stands before
 * its first.
 *
 * @param order the listed stations
 * @returns null beyond the ends
 */
export function stepFrom(order: readonly number[], index: number, by: 1 | -1): number | null {
  return order[order.indexOf(index) + by] ?? null;
}

/** Where a key leads along the list: Alt with an arrow. null for other keys and beyond the ends. */
export function stepKey(
  { key, altKey }: { key: string; altKey: boolean },
  order: readonly number[],
  index: number,
): number | null {
  if (!altKey) return null;
  if (key === 'ArrowUp') return stepFrom(order, index, -1);
  return key === 'ArrowDown' ? stepFrom(order, index, 1) : null;
}
