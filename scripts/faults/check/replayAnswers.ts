import type { LedgerEntry, LedgerRow } from '../../feed/ledger/ledgerEntry';
import { answerStates } from './answerStates';
import type { Match } from './matchAnswers';

/** A row that the change log must have. */
export interface ExpectedChange {
  row: LedgerRow;
  /** The fetch that brought it. */
  startedMs: number;
  endedMs: number;
}

export interface Replay {
  /** The change log by station, in the order of time. */
  changes: Map<string, ExpectedChange[]>;
  /** The latest status of each station after so many stored answers; [0] is the empty city. */
  latest: ReadonlyMap<string, LedgerRow>[];
}

/** A broken clock's report from the future does not block what follows it. */
const FUTURE_S = 600;

/**
 * The product's promise in a few lines, without a database: stored answers one after the other, a
 * station's row replaced unless its own report is older, a change kept where counts or flags differ.
 */
export function replayAnswers(stored: readonly Match[], answers: readonly LedgerEntry[]): Replay {
  const states = answerStates(answers);
  const changes = new Map<string, ExpectedChange[]>();
  const latest: ReadonlyMap<string, LedgerRow>[] = [new Map()];
  for (const { fetch, answer } of stored) {
    const now = new Map(latest.at(-1));
    for (const [stationId, row] of states.get(answer.n) ?? []) {
      const before = now.get(stationId);
      if (before && isOlder(row, before, fetch.startedMs / 1_000)) continue;
      now.set(stationId, row);
      if (before && saysTheSame(before, row)) continue;
      const { startedMs, endedMs } = fetch;
      changes.set(stationId, [...(changes.get(stationId) ?? []), { row, startedMs, endedMs }]);
    }
    latest.push(now);
  }
  return { changes, latest };
}

function isOlder(row: LedgerRow, before: LedgerRow, nowS: number): boolean {
  const [reportedS, beforeS] = [row[6], before[6]];
  if (reportedS === null || beforeS === null || beforeS > nowS + FUTURE_S) return false;
  return reportedS < beforeS;
}

/** Whether counts and flags are the same; the report time may differ. */
function saysTheSame(a: LedgerRow, b: LedgerRow): boolean {
  return a.slice(0, 6).every((value, i) => value === b[i]);
}
