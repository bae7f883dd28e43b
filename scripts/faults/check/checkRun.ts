import type { RunRecord } from '../runRecord';
import { checkNothingInvented, checkNothingLost, checkVerdicts } from './checkAnswers';
import { checkCoverage } from './checkCoverage';
import { checkFreshness, checkReadiness } from './checkFreshness';
import { checkChanges, checkLatest, checkSamples } from './checkHistory';
import { matchAnswers } from './matchAnswers';
import { replayAnswers } from './replayAnswers';

export interface Verdict {
  /** Each in words; none: the run was sound. */
  violations: string[];
  facts: {
    answers: number;
    stored: number;
    unchanged: number;
    refused: number;
    changes: number;
    /** In the hands of killed workers. */
    lostInHand: number;
    longestGapS: number;
    samples: number;
    readiness: number;
  };
}

/**
 * Compares what the simulated feed answered with what the database has: no missing change, no
 * double row, no half snapshot, no wrong "fresh", and everything running again at the end. Knows
 * nothing of how the product does it.
 */
export function checkRun(record: RunRecord): Verdict {
  const { answers, database, samples, faults } = record;
  const { fetches, changes, state } = database;
  const matches = matchAnswers(answers, fetches);
  const { matched, lostAnswers } = matches;
  const stored = matched.filter(({ fetch }) => fetch.outcome === 'stored');
  const replay = replayAnswers(stored, answers);
  const lost = checkNothingLost(lostAnswers, faults);
  const coverage = checkCoverage(record, matched);
  const countOf = (outcome: string) => matched.filter((m) => m.fetch.outcome === outcome).length;
  return {
    violations: [
      ...(stored.length === 0 ? ['nothing was stored at all'] : []),
      ...(stored.length === state.statusVersion
        ? []
        : [`version ${state.statusVersion}, but ${stored.length} stored answers`]),
      ...lost,
      ...checkNothingInvented(matches),
      ...checkVerdicts(matched),
      ...checkChanges(changes, replay),
      ...checkLatest(database, replay),
      ...checkSamples(samples, replay),
      ...coverage.violations,
      ...checkFreshness(record, matched),
      ...checkReadiness(record),
      ...checkRecovery(record),
    ],
    facts: {
      answers: answers.filter(({ readable }) => readable).length,
      stored: stored.length,
      unchanged: countOf('unchanged'),
      refused: countOf('refused'),
      changes: changes.length,
      lostInHand: lostAnswers.length - lost.length,
      longestGapS: coverage.longestGapMs / 1_000,
      samples: samples.length,
      readiness: record.readiness.length,
    },
  };
}

function checkRecovery({ recovery, spooled }: RunRecord): string[] {
  const never = recovery.filter(({ afterMs }) => afterMs === null);
  return [
    ...never.map(({ what }) => `after the last fault, not within the time allowed: ${what}`),
    ...(spooled > 0 ? [`${spooled} fetches still wait on disk`] : []),
  ];
}
