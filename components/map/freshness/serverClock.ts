/**
 * How far the server's clock is ahead of this one, in milliseconds; negative when behind. Ages on
 * screen add it to the client's clock, which may be wrong by years.
 *
 * @param serverNowMs the server's present when it wrote the page
 * @param receivedAtMs this clock's reading when the page arrived
 */
export function clockOffsetMs(serverNowMs: number, receivedAtMs: number): number {
  return serverNowMs - receivedAtMs;
}

/**
 * The offset after an answer with a Date header. The header is cut to seconds and the answer took
 * its time, so the known offset stays unless the two cannot both be right: then this clock was set.
 *
 * @param dateHeader as HTTP writes it; null or unreadable changes nothing
 */
export function mendedOffsetMs(
  knownMs: number,
  dateHeader: string | null,
  receivedAtMs: number,
): number {
  const CANNOT_BE_TRAVEL_MS = 5_000;
  const serverNowMs = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  if (Number.isNaN(serverNowMs)) return knownMs;
  const measuredMs = clockOffsetMs(serverNowMs, receivedAtMs);
  return Math.abs(measuredMs - knownMs) > CANNOT_BE_TRAVEL_MS ? measuredMs : knownMs;
}
