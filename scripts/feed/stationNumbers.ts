/** The share of Vélib's ids above 2^31 - 1: 226 of 1,503 (counted). */
const LONG_SHARE = 0.15;
const INT_MAX = 2_147_483_647;
const ELEVEN_DIGITS = 99_999_999_999;

/**
 * Station ids as Vélib' has them: numbers of up to 11 digits, some beyond 32 bits. They follow
 * from the code alone, so that a station keeps its id in every run.
 */
export class StationNumbers {
  private readonly taken = new Set<number>();

  /** @returns the number as text, different from all that were given before */
  numberOf(code: string): string {
    for (let attempt = 0; ; attempt += 1) {
      const number = numberFrom(attempt === 0 ? code : `${code}#${attempt}`);
      if (this.taken.has(number)) continue;
      this.taken.add(number);
      return String(number);
    }
  }
}

function numberFrom(text: string): number {
  const high = fnv1a(text, 0x811c9dc5) / 4_294_967_296;
  const low = fnv1a(text, 0x01234567) / 4_294_967_296;
  if (high < LONG_SHARE) return INT_MAX + 1 + Math.floor(low * (ELEVEN_DIGITS - INT_MAX - 1));
  return 10_000 + Math.floor(low * (INT_MAX - 10_000));
}

/** The FNV-1a hash with a final mix, so that like codes do not give like numbers. */
function fnv1a(text: string, basis: number): number {
  let hash = basis;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
