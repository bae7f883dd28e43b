import type { LedgerEntry } from '../../feed/ledger/ledgerEntry';
import type { FetchRow } from '../runRecord';

/** A fetch that the database knows, and the answer of the feed that it was. */
export interface Match {
  fetch: FetchRow;
  answer: LedgerEntry;
}

export interface Matches {
  /** In the order of being written. */
  matched: Match[];
  /** Fetches that claim an answer which the feed never gave. */
  inventedFetches: FetchRow[];
  /** Whole answers that no fetch in the database brought. */
  lostAnswers: LedgerEntry[];
  /** Given twice in one moment, to two workers in step: one fetch in the database is both. */
  twinAnswers: number;
}

/** The feed notes an answer when its last byte is out, a moment before or after the reader has it. */
const BEFORE_MS = 50;
const AFTER_MS = 2_000;
/** Two fetches with the same beginning, length and content are one to the database. */
const TWIN_MS = 100;

/**
 * Which answer is which fetch: by the feed's own time in it and by when it was given. Answers are
 * taken in their order and each goes to the fetch that ended first of those that can have read it,
 * so that as many as possible find theirs.
 */
export function matchAnswers(
  answers: readonly LedgerEntry[],
  fetches: readonly FetchRow[],
): Matches {
  const waiting = fetches.filter((fetch) => fetch.outcome !== 'failed');
  const byEnd = [...waiting].sort((a, b) => a.endedMs - b.endedMs);
  const taken = new Map<FetchRow, LedgerEntry>();
  const unmatched: LedgerEntry[] = [];
  for (const answer of answers) {
    const fetch = byEnd.find((candidate) => !taken.has(candidate) && canBe(candidate, answer));
    if (fetch) taken.set(fetch, answer);
    // Of an answer "not modified" nothing can be lost.
    else if (answer.readable) unmatched.push(answer);
  }
  const isTwin = (answer: LedgerEntry) =>
    [...taken.values()].some(
      (other) =>
        other.hash === answer.hash &&
        Math.abs(Date.parse(other.servedAt) - Date.parse(answer.servedAt)) < TWIN_MS,
    );
  const lostAnswers = unmatched.filter((answer) => !isTwin(answer));
  return {
    matched: waiting.flatMap((fetch) => {
      const answer = taken.get(fetch);
      return answer ? [{ fetch, answer }] : [];
    }),
    inventedFetches: waiting.filter((fetch) => !taken.has(fetch)),
    lostAnswers,
    twinAnswers: unmatched.length - lostAnswers.length,
  };
}

function canBe(fetch: FetchRow, answer: LedgerEntry): boolean {
  const servedMs = Date.parse(answer.servedAt);
  if (servedMs < fetch.startedMs - BEFORE_MS || servedMs > fetch.endedMs + AFTER_MS) return false;
  if (fetch.outcome === 'unchanged') return answer.httpStatus === 304;
  return answer.readable && fetch.lastUpdatedMs === wholeSecondMs(answer.lastUpdatedAt);
}

/** Dialects write whole seconds. */
function wholeSecondMs(instant: string): number {
  return Math.floor(Date.parse(instant) / 1_000) * 1_000;
}
