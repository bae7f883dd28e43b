import { seededRng } from '@/lib/units/rng';
import type { LedgerEntry, LedgerRow } from '../../feed/ledger/ledgerEntry';
import type { ChangeRow, FetchRow, LatestRow, RunRecord } from '../runRecord';

export const CADENCE_MS = 2_000;
const START_MS = Date.UTC(2026, 10, 23, 9);
const STATIONS = ['1001', '1002', '1003', '0042'];

/** When the answer number `n` of a test record was given. */
export function answerMs(n: number): number {
  return START_MS + n * CADENCE_MS;
}

/** A run without any fault: one worker, an answer every two seconds, all of them stored. */
export function soundRecord(answers: number, seed = 1): RunRecord {
  const rng = seededRng(seed);
  const ledger: LedgerEntry[] = [];
  const fetches: FetchRow[] = [];
  const changes: ChangeRow[] = [];
  const latest = new Map<string, LatestRow>();
  const samples: RunRecord['samples'][number][] = [];
  for (let n = 1; n <= answers; n++) {
    const rows = STATIONS.flatMap((stationId): LedgerRow[] => {
      const before = latest.get(stationId)?.row;
      if (before && rng() < 0.5) return [];
      const bikes = Math.floor(rng() * 4);
      return [[stationId, bikes, bikes, 0, 20 - bikes, 7, answerMs(n) / 1_000 - 30]];
    });
    ledger.push(answerOf(n, rows));
    fetches.push(fetchOf(n));
    const fetchedMs = answerMs(n) + 20;
    for (const row of rows) {
      const before = latest.get(row[0]);
      const isChange = !before || before.row.slice(0, 6).join() !== row.slice(0, 6).join();
      if (isChange) changes.push({ fetchedMs, row });
      latest.set(row[0], {
        ...{ fetchedMs, row },
        changedMs: before && !isChange ? before.changedMs : fetchedMs,
      });
    }
    samples.push({
      ...{ atMs: answerMs(n) + 500, statusVersion: n, fetchedMs, checkedMs: fetchedMs },
      latest: [...latest.values()].map(({ row }) => row),
    });
  }
  const { statusVersion, fetchedMs, checkedMs } = samples.at(-1)!;
  return {
    cadenceMs: CADENCE_MS,
    answers: ledger,
    ...{ faults: [], samples, spooled: 0 },
    readiness: [{ askedMs: answerMs(2), answeredMs: answerMs(2) + 5, isReady: true, dataAgeS: 2 }],
    recovery: [{ what: 'a new answer is stored', afterMs: 800 }],
    database: {
      fetches,
      changes: changes.sort((a, b) => (a.row[0] < b.row[0] ? -1 : a.row[0] > b.row[0] ? 1 : 0)),
      latest: [...latest.values()],
      state: { statusVersion, fetchedMs, checkedMs },
    },
  };
}

function answerOf(n: number, changed: LedgerRow[]): LedgerEntry {
  return {
    ...{ n, source: 'gbfs', httpStatus: 200, complete: true, readable: true, faults: [] },
    servedAt: new Date(answerMs(n)).toISOString(),
    lastUpdatedAt: new Date(answerMs(n) - 700).toISOString(),
    ...{ publication: n, hash: `hash-${n}`, entries: STATIONS.length, changed, removed: [] },
  };
}

function fetchOf(n: number): FetchRow {
  return {
    ...{ id: n, startedMs: answerMs(n) - 30, endedMs: answerMs(n) + 40 },
    ...{ outcome: 'stored', reason: null, stationsSeen: STATIONS.length, stationsChanged: 0 },
    lastUpdatedMs: Math.floor((answerMs(n) - 700) / 1_000) * 1_000,
  };
}
