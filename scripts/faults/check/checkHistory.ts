import type { LedgerRow } from '../../feed/ledger/ledgerEntry';
import type { ChangeRow, DatabaseDump, DatabaseSample, LatestRow } from '../runRecord';
import type { ExpectedChange, Replay } from './replayAnswers';

/** The change log is exactly the deduplicated sequence of the stored answers. */
export function checkChanges(changes: readonly ChangeRow[], replay: Replay): string[] {
  const actual = new Map<string, ChangeRow[]>();
  for (const change of changes) {
    const stationId = change.row[0];
    actual.set(stationId, [...(actual.get(stationId) ?? []), change]);
  }
  const stationIds = new Set([...actual.keys(), ...replay.changes.keys()]);
  return [...stationIds].flatMap((stationId) =>
    checkStation(stationId, actual.get(stationId) ?? [], replay.changes.get(stationId) ?? []),
  );
}

/** The first thing wrong with one station's log: what follows it is wrong because of it. */
function checkStation(
  stationId: string,
  actual: readonly ChangeRow[],
  expected: readonly ExpectedChange[],
): string[] {
  for (let i = 0; i < Math.max(actual.length, expected.length); i++) {
    const [got, want] = [actual[i], expected[i]];
    const where = `station ${stationId}, change ${i + 1}:`;
    if (!got) return [`${where} missing ${told(want!.row)} of ${instant(want!.endedMs)}`];
    if (!want) return [`${where} nothing answered ${told(got.row)} at ${instant(got.fetchedMs)}`];
    if (told(got.row) !== told(want.row))
      return [`${where} ${told(got.row)} instead of ${told(want.row)}`];
    if (got.fetchedMs < want.startedMs || got.fetchedMs > want.endedMs)
      return [`${where} dated ${instant(got.fetchedMs)}, fetched by ${instant(want.endedMs)}`];
  }
  return [];
}

/** The latest status is that of the newest stored answer, station by station. */
export function checkLatest({ latest, state }: DatabaseDump, replay: Replay): string[] {
  const wanted = replay.latest[state.statusVersion];
  if (!wanted) return [`version ${state.statusVersion} is beyond the stored answers`];
  const rows = latest.map(({ row }) => row);
  return [...compareStates('at the end', rows, wanted), ...checkChangedAt(latest, replay)];
}

/** At every moment that was looked at, the city was one whole answer. */
export function checkSamples(samples: readonly DatabaseSample[], replay: Replay): string[] {
  return samples.flatMap(({ atMs, statusVersion, latest }, i) => {
    const when = `at ${instant(atMs)}, version ${statusVersion}`;
    const before = samples[i - 1]?.statusVersion ?? 0;
    const wanted = replay.latest[statusVersion];
    if (!wanted) return [`${when}: no such answer was stored in the end`];
    const wentBack = statusVersion < before ? [`${when}: it was ${before} before`] : [];
    return [...wentBack, ...compareStates(when, latest, wanted)];
  });
}

function compareStates(
  when: string,
  rows: readonly LedgerRow[],
  wanted: ReadonlyMap<string, LedgerRow>,
): string[] {
  const wrong = rows.filter((row) => told(row) !== told(wanted.get(row[0])));
  const twice = rows.length - new Set(rows.map((row) => row[0])).size;
  if (wrong.length === 0 && twice === 0 && rows.length === wanted.size) return [];
  const [first] = wrong;
  const example = first ? `, ${told(first)} instead of ${told(wanted.get(first[0]))}` : '';
  return [
    `${when}: ${wrong.length} of ${wanted.size} stations are not as answered, ` +
      `${rows.length} rows${example}`,
  ];
}

function checkChangedAt(latest: readonly LatestRow[], { changes }: Replay): string[] {
  return latest.flatMap(({ row, changedMs }) => {
    const last = changes.get(row[0])?.at(-1);
    const isRight = last && changedMs >= last.startedMs && changedMs <= last.endedMs;
    return isRight ? [] : [`station ${row[0]}: changed at ${instant(changedMs)}, by no fetch then`];
  });
}

function told(row: LedgerRow | undefined): string {
  return row ? `[${row.map((value) => value ?? 'null').join(' ')}]` : 'nothing';
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
