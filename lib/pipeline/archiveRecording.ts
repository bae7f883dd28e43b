import { createArchiveStore } from '@/lib/archive/archiveStore';
import { type ObservedHour, observedHours, type RecordingLook } from '@/lib/history/recordingLooks';
import type { RecordingStage } from '@/lib/history/recordingStage';
import { DAY_MS } from '@/lib/units/clock';
import type { ImportDeps } from './importDeps';
import { putHour } from './putHour';

/** Hours that are written at a time: most of the wait is for the disk, or for S3. */
const AT_ONCE = 8;

/**
 * Writes the whole hours that a recording observed into the archive, in its own layout, marked as
 * reconstructed, day by day. An hour that the ledger has stays as it is; hours that the recording
 * did not observe are left out, for nobody knows what stood there.
 *
 * @param stage after its `observe`
 * @throws ObjectStoreError when the archive does not answer; the next call goes on from there
 */
export async function archiveRecording(
  deps: ImportDeps,
  stage: RecordingStage,
  looks: readonly RecordingLook[],
  gapAfterS: number,
): Promise<void> {
  const { pool, archive, systemId, clock, onProgress, signal } = deps;
  const ledger = createArchiveStore(pool);
  const observed = observedHours(looks, gapAfterS);
  const entered = await ledger.enteredHours(
    systemId,
    observed.map(({ hourMs }) => hourMs),
  );
  const missing = observed.filter(({ hourMs }) => !entered.has(hourMs));
  await stage.prepareHours(missing.map(({ hourMs }) => hourMs));
  let done = 0;
  for (const day of byDay(missing)) {
    onProgress({ step: 'archiving', done, of: missing.length });
    const fromMs = day[0]!.hourMs;
    const states = await stage.readHours(fromMs, day.at(-1)!.hourMs + 1);
    const put = async ({ hourMs, lookMs }: ObservedHour) => {
      const hour = new Date(hourMs);
      const { archived } = await putHour(archive, systemId, hour, async () => ({
        systemId,
        hour,
        reconstructed: true,
        snapshotFetchedAt: new Date(lookMs),
        stations: states.get(hourMs) ?? [],
      }));
      await ledger.enter(systemId, archived, clock());
    };
    for (let first = 0; first < day.length; first += AT_ONCE) {
      signal?.throwIfAborted();
      await Promise.all(day.slice(first, first + AT_ONCE).map(put));
    }
    done += day.length;
  }
}

function byDay(hours: readonly ObservedHour[]): ObservedHour[][] {
  const days = new Map<number, ObservedHour[]>();
  for (const hour of hours) {
    const day = Math.floor(hour.hourMs / DAY_MS);
    days.set(day, [...(days.get(day) ?? []), hour]);
  }
  return [...days.values()];
}
