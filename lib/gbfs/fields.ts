import { isPosition, type Position } from '@/lib/geo/position';
import { DAY_MS, SECOND_MS } from '@/lib/units/clock';

/** An entry of a feed before anything about it is known. */
export type RawEntry = Readonly<Record<string, unknown>>;

/** What the database's smallint holds. */
export const MAX_COUNT = 32_767;

/** No feed is older: 86400 and its like mean "never". */
const EARLIEST_MS = Date.UTC(2000, 0, 1);
/** Larger numbers are milliseconds. */
const LARGEST_EPOCH_S = 100_000_000_000;
const MAX_TEXT = 500;

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;

export function isRawEntry(value: unknown): value is RawEntry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * An id as text. Numbers above 2^53 are refused: JSON has already lost their last digits.
 *
 * @returns null where there is none
 */
export function readId(value: unknown): string | null {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && value >= 0 ? String(value) : null;
  }
  return readText(value);
}

/** Text on one line, trimmed; null where it is empty, too long or no text. */
export function readText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.replace(CONTROL, ' ').trim();
  return text === '' || text.length > MAX_TEXT ? null : text;
}

/** Text, or the first of a GBFS 3 list of `{text, language}`. */
export function readLocalizedText(value: unknown): string | null {
  if (!Array.isArray(value)) return readText(value);
  for (const item of value) {
    const text = isRawEntry(item) ? readText(item.text) : null;
    if (text !== null) return text;
  }
  return null;
}

/** Whether a value is a whole number that can count bikes or docks. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_COUNT;
}

/** A flag in any dialect: 0/1, booleans, OUI/NON; null where it is none of them. */
export function readFlag(value: unknown): boolean | null {
  if (value === true || value === 1 || value === 'OUI') return true;
  if (value === false || value === 0 || value === 'NON') return false;
  return null;
}

/** A position, unless it is missing, out of range or (0, 0). */
export function readPosition(lat: unknown, lon: unknown): Position | null {
  if (typeof lat !== 'number' || typeof lon !== 'number') return null;
  return isPosition(lat, lon) ? { lat, lon } : null;
}

/** Epoch seconds, epoch milliseconds or RFC 3339, as epoch milliseconds; null otherwise. */
function readEpochMs(value: unknown): number | null {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) {
    return value > LARGEST_EPOCH_S ? value : value * SECOND_MS;
  }
  if (typeof value !== 'string' || !RFC_3339.test(value)) return null;
  const epochMs = Date.parse(value);
  return Number.isNaN(epochMs) ? null : epochMs;
}

/** A feed's own time; null where it is absent or cannot be one. */
export function readFeedTime(value: unknown, fetchedAt: Date): Date | null {
  const time = readReportTime(value, fetchedAt);
  return time === 'bad' ? null : time;
}

/**
 * A station's own report time.
 *
 * @returns null for "never" (absent, or before the year 2000); `bad` for what is no time, or is
 *   more than a day ahead: a station that reports from the future would look fresh for ever
 */
export function readReportTime(value: unknown, fetchedAt: Date): Date | null | 'bad' {
  if (value === null || value === undefined) return null;
  const epochMs = readEpochMs(value);
  if (epochMs === null || epochMs > fetchedAt.getTime() + DAY_MS) return 'bad';
  return epochMs < EARLIEST_MS ? null : new Date(epochMs);
}
