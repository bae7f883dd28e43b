/**
 * The next number up or down from what stands in a field, kept in range. Text that is no number
 * starts from the lower bound.
 *
 * @param text what was typed; a decimal comma counts as a point
 */
export function stepText(
  text: string,
  direction: 1 | -1,
  { min, max, step }: { min: number; max: number; step: number },
): string {
  const value = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(value)) return String(min);
  // Steps from the lower bound, so that 7 + step 5 from 5 is 10 and not 12.
  const steps = (value - min) / step;
  const next = direction > 0 ? Math.floor(steps + 1) : Math.ceil(steps - 1);
  return String(Math.min(max, Math.max(min, min + next * step)));
}
