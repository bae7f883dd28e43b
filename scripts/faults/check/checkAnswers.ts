import type { LedgerEntry } from '../../feed/ledger/ledgerEntry';
import type { InflictedFault } from '../runRecord';
import type { Match, Matches } from './matchAnswers';

/** How long a worker may have an answer in hand before it is stored or on disk. */
const IN_HAND_MS = 3_000;
/** While the database does not answer at all, it takes its time limits to find out. */
const IN_HAND_HANGING_MS = 12_000;

/**
 * Every whole answer is in the database, but those that a killed worker had in hand: one a kill.
 */
export function checkNothingLost(
  lost: readonly LedgerEntry[],
  faults: readonly InflictedFault[],
): string[] {
  const kills = faults.filter(({ fault }) => fault === 'killWorker');
  const used = new Set<InflictedFault>();
  return lost.flatMap(({ n, servedAt }) => {
    const servedMs = Date.parse(servedAt);
    const limitMs = isHanging(faults, servedMs) ? IN_HAND_HANGING_MS : IN_HAND_MS;
    // The kill itself is a fault's end: its beginning may have waited for the worker to run.
    const kill = kills.find(
      ({ untilMs }) => untilMs >= servedMs - 50 && untilMs <= servedMs + limitMs,
    );
    if (kill && !used.has(kill)) {
      used.add(kill);
      return [];
    }
    return [`answer ${n}, served whole at ${servedAt}, is neither stored nor refused`];
  });
}

function isHanging(faults: readonly InflictedFault[], atMs: number): boolean {
  return faults.some(
    ({ fault, fromMs, untilMs }) =>
      fault === 'postgresHangs' && fromMs <= atMs + IN_HAND_MS && atMs <= untilMs,
  );
}

/**
 * No fetch claims what the feed did not answer. One that is written twice is found here too: two
 * workers in step may leave rows that look the same, but then there are two answers.
 */
export function checkNothingInvented({ inventedFetches }: Matches): string[] {
  return inventedFetches.map(
    ({ id, outcome, startedMs }) =>
      `fetch ${id} (${outcome}) of ${new Date(startedMs).toISOString()} read no answer of the feed`,
  );
}

/**
 * What was refused was refused for its true reason (this feed never lies: only what a later answer
 * overtook may be), and "unchanged" was said of what was stored.
 */
export function checkVerdicts(matched: readonly Match[]): string[] {
  let stored: Match | null = null;
  const violations: string[] = [];
  for (const match of matched) {
    const { id, outcome, reason, stationsSeen } = match.fetch;
    if (outcome === 'stored') {
      stored = match;
      if (stationsSeen !== match.answer.entries)
        violations.push(`fetch ${id} saw ${stationsSeen} of ${match.answer.entries} stations`);
    } else if (outcome === 'unchanged' && stored?.answer.hash !== match.answer.hash) {
      violations.push(`fetch ${id} says "unchanged" of an answer that is not the newest stored`);
    } else if (outcome === 'refused' && !(reason === 'overtaken' && isOvertaken(match, stored))) {
      violations.push(`fetch ${id} was refused as ${reason}, which it is not`);
    }
  }
  return violations;
}

function isOvertaken({ fetch }: Match, stored: Match | null): boolean {
  return stored !== null && fetch.startedMs <= stored.fetch.endedMs;
}
