import type { ImportRecord, ImportStore } from '@/lib/history/importStore';
import { observedMarks, type RecordingLook } from '@/lib/history/recordingLooks';
import type { RecordingStage } from '@/lib/history/recordingStage';
import { ensurePartitionsOf } from '@/lib/stations/partitionStore';
import { DAY_MS } from '@/lib/units/clock';
import type { ImportDeps } from './importDeps';

/**
 * Loads what changed in a recording, and when it was observed, one transaction a UTC day, oldest
 * first.
 *
 * @param stage after its `observe`
 * @param goOnAt everything before this instant's day is loaded already
 * @returns rows that were new to the change log
 */
export async function loadRecording(
  { pool, systemId, workDirectory, onProgress, signal }: ImportDeps,
  store: ImportStore,
  stage: RecordingStage,
  { importId, fromAt, toAt, gapAfterS: gapS }: ImportRecord,
  looks: readonly RecordingLook[],
  goOnAt: Date,
): Promise<number> {
  await ensurePartitionsOf(pool, fromAt, toAt);
  const marks = observedMarks(looks, gapS);
  const dayOf = (ms: number) => Math.floor(ms / DAY_MS);
  const firstDay = dayOf(fromAt.getTime());
  const days = dayOf(toAt.getTime() - 1) - firstDay + 1;
  let changes = 0;
  for (let day = dayOf(goOnAt.getTime()); day < firstDay + days; day++) {
    signal?.throwIfAborted();
    onProgress({ step: 'loading', done: day - firstDay, of: days });
    const fromMs = day * DAY_MS;
    const toMs = fromMs + DAY_MS;
    const file = `${workDirectory}/changes.csv`;
    await stage.writeChanges(systemId, fromMs, toMs, file);
    const marked = marks.filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
    changes += await store.loadSlice(importId, file, marked, new Date(toMs));
  }
  return changes;
}
