/** "Never" as some feeds write it: a day after the epoch. */
const NEVER_S = 86_400;

export function epochSeconds(at: Date | null): number {
  return at === null ? NEVER_S : Math.floor(at.getTime() / 1_000);
}
