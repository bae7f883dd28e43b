/**
 * Reads a time of day as people type it: "07:30", "7:30", "7h30" or "7h"; "24:00" is the midnight
 * that ends the day.
 *
 * @returns minutes after midnight, 0..1439; null where it is no time
 */
export function parseClock(text: string): number | null {
  const match = /^(\d{1,2})\s?(?:[:h]\s?([0-5]\d)|h)$/i.exec(text.trim());
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  if (minutes === 1440) return 0;
  return minutes < 1440 ? minutes : null;
}
