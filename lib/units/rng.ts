/** A source of uniform numbers in [0, 1). Injected, so that everything random can be replayed. */
export type Rng = () => number;

/**
 * The mulberry32 generator: small, fast, good enough for simulation and jitter, not for secrets.
 *
 * @param seed any integer; equal seeds give equal sequences
 */
export function seededRng(seed: number): Rng {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
