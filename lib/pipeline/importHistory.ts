import { importIdOf } from '@/lib/history/importId';
import { createImportStationStore } from '@/lib/history/importStationStore';
import { createImportStore, type ImportRecord, type ImportStore } from '@/lib/history/importStore';
import { type DescribedStation, eventsSince, nameStations } from '@/lib/history/nameStations';
import type { TimeBasis } from '@/lib/history/readReportsSql';
import { describeFiles } from '@/lib/history/recordingFileStore';
import { gapAfterS, type RecordingLook } from '@/lib/history/recordingLooks';
import type { RecordingStage } from '@/lib/history/recordingStage';
import { openRecordingStage } from '@/lib/history/recordingStore';
import type { ColumnMap } from '@/lib/history/reportColumns';
import { createDistrictStore } from '@/lib/stations/districtStore';
import { readSystem, type SystemFacts } from '@/lib/stations/systemStore';
import { archiveRecording } from './archiveRecording';
import { type ImportDeps, NothingToImportError } from './importDeps';
import { loadRecording } from './loadRecording';

export interface ImportRequest {
  files: readonly string[];
  /** The files' own column names where they differ from the documented ones. */
  columns: ColumnMap;
  /** Which time of a row counts; null: the most telling one that the files have. */
  basis: TimeBasis | null;
  /** When the recorder looked, for a recording by looks; null: only as its rows say. */
  pollsFile: string | null;
  /** Describe stations that this system may not know any more. */
  stations: readonly DescribedStation[];
  /** Where the rejected rows go, when there are any. */
  rejectsFile: string;
  /** Loads a recording, real for all we know, into an invented city. */
  intoSimulated: boolean;
  /** Goes through an import that was finished once more. */
  again: boolean;
}

export interface ImportResult extends ImportRecord {
  /** `present`: it was finished before, and nothing was touched. */
  outcome: 'imported' | 'present';
  /** Rows that were new to the change log, all runs together. */
  changes: number;
  /** Hours that were new to the archive, all runs together. */
  hours: number;
  /** Stations that were made for this import. */
  stationsCreated: number;
  /** The recording's words for stations that nobody knows. */
  unknownStations: string[];
  /** Where the rejected rows are listed. */
  rejectsFile: string;
}

/**
 * Loads recordings into the change log and the archive. Run twice it changes nothing; cut off
 * anywhere, the same call goes on after the last day that was committed. What this installation has
 * recorded by itself is never touched: rows from then on are rejected.
 *
 * @throws LockBusyError while another import of the system runs
 * @throws NothingToImportError, and then nothing was written but the rejects
 * @throws Error when a file cannot be read or lacks a column, or the system is unknown
 */
export function importHistory(deps: ImportDeps, request: ImportRequest): Promise<ImportResult> {
  const { pool, systemId } = deps;
  return deps.exclusively(async () => {
    const store = createImportStore(pool, systemId);
    const system = await requireSystem(deps, request);
    const files = await describeFiles(request.files);
    const importId = importIdOf(files, request);
    const known = await store.find(importId);
    // Stations that were unknown then may be known by now.
    if (known?.finishedAt && !known.rejected.unknownStation && !request.again)
      return {
        ...known,
        outcome: 'present',
        stationsCreated: 0,
        unknownStations: [],
        rejectsFile: request.rejectsFile,
      };
    const stage = await openRecordingStage(deps.workDirectory, request.basis);
    try {
      return await load(deps, request, store, stage, { importId, files, system });
    } finally {
      await stage.close();
    }
  });
}

/** Invented and real rows are kept apart: a real recording goes into an invented city on demand. */
async function requireSystem(
  { pool, systemId }: ImportDeps,
  { intoSimulated }: ImportRequest,
): Promise<SystemFacts> {
  const system = await readSystem(pool, systemId);
  if (!system)
    throw new Error(
      `There is no system "${systemId}" here yet. It has its name and zone from its feed: start it once with SYSTEM_ID=${systemId}, or say --timezone`,
    );
  if (system.simulation === 'generated' && !intoSimulated)
    throw new Error(
      `"${systemId}" is an invented city: say --system for another, or --into-simulated`,
    );
  return system;
}

async function load(
  deps: ImportDeps,
  request: ImportRequest,
  store: ImportStore,
  stage: RecordingStage,
  { system, ...source }: Pick<ImportRecord, 'importId' | 'files'> & { system: SystemFacts },
): Promise<ImportResult> {
  const { pool, systemId, clock } = deps;
  const rowsRead = await readFiles(deps, request, stage);
  const stations = createImportStationStore(pool, systemId);
  const known = await stations.readKnown();
  const names = nameStations(await stage.readStations(), known, request.stations);

  deps.onProgress({ step: 'ordering', done: 0, of: 1 });
  const nowMs = clock().getTime();
  const ownLog = await store.readOwnLogBegin();
  const beforeMs = ownLog?.getTime() ?? nowMs;
  await stage.observe(names.named, { beforeMs, nowMs, isReal: system.simulation === null });
  const rejected = await stage.readRejected();
  if (Object.keys(rejected).length > 0) await stage.writeRejects(request.rejectsFile);
  const looks = await stage.readLooks();
  const spans = await stage.readSpans();
  if (looks.length === 0) throw new NothingToImportError(rejected, names.unknown);

  const capacities = await stage.readCapacities();
  const record: ImportRecord = {
    ...source,
    ...spanOf(looks, spans),
    gapAfterS: gapAfterS(looks),
    rowsRead,
    rejected,
    stations: spans.length,
  };
  const before = await store.find(source.importId);
  const progress = await store.begin(record, clock());
  const stationsCreated = await stations.storePast({
    ...names,
    since: eventsSince(names, known, capacities),
    capacities,
    spans,
    toAt: record.toAt,
  });
  if (stationsCreated > 0) await createDistrictStore(pool, systemId).assignStations();

  // Where more stations are known than when it was cut off, the days before lack theirs.
  const canGoOn = before?.stations === record.stations && !request.again;
  const goOnAt = canGoOn ? progress.loadedToAt : null;
  const changes = await loadRecording(deps, store, stage, record, looks, goOnAt ?? record.fromAt);
  await archiveRecording(deps, stage, looks, record.gapAfterS);
  const hours = await store.finish(source.importId, clock());
  return {
    ...record,
    outcome: 'imported',
    changes: progress.changes + changes,
    hours,
    stationsCreated,
    unknownStations: names.unknown,
    rejectsFile: request.rejectsFile,
  };
}

async function readFiles(
  { onProgress }: ImportDeps,
  { files, columns, pollsFile }: ImportRequest,
  stage: RecordingStage,
): Promise<number> {
  let rows = 0;
  for (const [i, file] of files.entries()) {
    onProgress({ step: 'reading', done: i, of: files.length });
    rows += await stage.readFile(file, columns);
  }
  if (pollsFile) await stage.readPolls(pollsFile);
  return rows;
}

/** From the first observation to the last, or the last look where that is later. */
function spanOf(
  looks: readonly RecordingLook[],
  spans: readonly { firstMs: number; lastMs: number }[],
) {
  let fromMs = looks[0]!.atMs;
  let toMs = looks.at(-1)!.atMs;
  for (const { firstMs, lastMs } of spans) {
    fromMs = Math.min(fromMs, firstMs);
    toMs = Math.max(toMs, lastMs);
  }
  return { fromAt: new Date(fromMs), toAt: new Date(toMs + 1) };
}
