import type { LedgerEntry, LedgerRow } from '../../feed/ledger/ledgerEntry';

/** What every whole answer said of every station, by the answer's number. */
export function answerStates(
  answers: readonly LedgerEntry[],
): Map<number, ReadonlyMap<string, LedgerRow>> {
  const states = new Map<number, ReadonlyMap<string, LedgerRow>>();
  let state: ReadonlyMap<string, LedgerRow> = new Map();
  for (const { n, readable, changed, removed } of answers) {
    if (!readable) continue;
    const next = new Map(state);
    for (const row of changed) next.set(row[0], row);
    for (const stationId of removed) next.delete(stationId);
    states.set(n, next);
    state = next;
  }
  return states;
}
