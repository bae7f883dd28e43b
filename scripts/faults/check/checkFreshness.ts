import type { RunRecord } from '../runRecord';
import type { Match } from './matchAnswers';

/** Two clocks are read, by two processes on a busy machine. */
const TOLERANCE_MS = 1_500;

/**
 * "Fetched at" and "checked at" are only ever times at which the feed had answered: those of the
 * stored answer, or of a later "unchanged" about it.
 */
export function checkFreshness({ samples, database }: RunRecord, matched: readonly Match[]) {
  const stored = matched.filter(({ fetch }) => fetch.outcome === 'stored');
  const unchangedMs = new Set(
    matched.flatMap(({ fetch }) => (fetch.outcome === 'unchanged' ? [fetch.endedMs] : [])),
  );
  const looks = [...samples, { ...database.state, atMs: Number.POSITIVE_INFINITY }];
  return looks.flatMap(({ atMs, statusVersion, fetchedMs, checkedMs }) => {
    const when = Number.isFinite(atMs) ? `at ${instant(atMs)}` : 'at the end';
    const match = stored[statusVersion - 1];
    if (!match || fetchedMs === null || checkedMs === null) return [];
    const { startedMs, endedMs } = match.fetch;
    const violations: string[] = [];
    if (fetchedMs < startedMs || fetchedMs > endedMs)
      violations.push(`${when}: fetched at ${instant(fetchedMs)} is no time of the stored answer`);
    if (checkedMs !== fetchedMs && !unchangedMs.has(checkedMs))
      violations.push(`${when}: checked at ${instant(checkedMs)}, when nothing was answered`);
    if (Math.max(checkedMs, fetchedMs) > atMs + TOLERANCE_MS)
      violations.push(`${when}: it claims the future`);
    return violations;
  });
}

/**
 * The web process never says that data are younger than the newest answer it can know of, nor that
 * all is well while Postgres is gone.
 */
export function checkReadiness({ readiness, database, faults }: RunRecord): string[] {
  const checksMs = database.fetches
    .filter(({ outcome }) => outcome === 'stored' || outcome === 'unchanged')
    .map(({ endedMs }) => endedMs)
    .sort((a, b) => a - b);
  const absences = faults.filter(({ fault }) => fault === 'postgresAway');
  return readiness.flatMap(({ askedMs, answeredMs, isReady, dataAgeS }) => {
    const when = `at ${instant(askedMs)} the web said`;
    const isAway = absences.some(
      ({ fromMs, untilMs }) => askedMs > fromMs + TOLERANCE_MS && answeredMs < untilMs,
    );
    if (isAway && isReady) return [`${when} "ready" without Postgres`];
    const newestMs = checksMs.findLast((ms) => ms <= answeredMs);
    if (newestMs === undefined) return isReady ? [`${when} "ready" before any data`] : [];
    if (dataAgeS === null) return [];
    const trueAgeS = (askedMs - newestMs) / 1_000;
    if (dataAgeS >= trueAgeS - TOLERANCE_MS / 1_000) return [];
    return [`${when} ${dataAgeS} s of data that were ${trueAgeS.toFixed(1)} s old`];
  });
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
