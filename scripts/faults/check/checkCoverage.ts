import type { RunRecord } from '../runRecord';
import type { Match } from './matchAnswers';

/** Beyond two cadences: what a busy machine takes. */
const SLACK_MS = 2_000;
/** A database that says nothing at all is given up after this long, tick by tick. */
const GIVEN_UP_MS = 5_000;

export interface Coverage {
  /** Between two kept answers, milliseconds. */
  longestGapMs: number;
  violations: string[];
}

/**
 * The feed was asked all the time, and what it said was kept: while Postgres was away, while the
 * queue was, while a worker was dead, no more than one tick in a row is missing. The first ticks
 * of a hanging database come late, by its time limit.
 */
export function checkCoverage(
  { cadenceMs, faults }: RunRecord,
  matched: readonly Match[],
): Coverage {
  const servedMs = matched.map(({ answer }) => Date.parse(answer.servedAt)).sort((a, b) => a - b);
  const gaps = servedMs.slice(1).map((toMs, i) => ({
    ...{ fromMs: servedMs[i]!, toMs, lengthMs: toMs - servedMs[i]! },
    during: faults.filter((fault) => fault.fromMs <= toMs && fault.untilMs >= servedMs[i]!),
  }));
  const tooLong = gaps.filter(({ lengthMs, during }) => {
    const isHanging = during.some(({ fault }) => fault === 'postgresHangs');
    return lengthMs > 2 * cadenceMs + SLACK_MS + (isHanging ? GIVEN_UP_MS : 0);
  });
  return {
    longestGapMs: Math.max(0, ...gaps.map(({ lengthMs }) => lengthMs)),
    violations: tooLong.map(({ fromMs, lengthMs, during }) => {
      const causes = during.map(({ fault, target }) => `${fault} ${target}`).join(', ');
      const lengthS = (lengthMs / 1_000).toFixed(1);
      return `nothing was kept for ${lengthS} s from ${new Date(fromMs).toISOString()} (${causes})`;
    }),
  };
}
