import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileStore } from '@/lib/archive/fileStore';
import { createTestCity, stationInformation, stationStatus } from '@/lib/archive/testCity';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { SEVERITIES } from '@/lib/deficit/assessment';
import { buildNeighbours } from '@/lib/deficit/neighbours';
import { createHistoryReader } from '@/lib/history/createHistoryReader';
import { defaultSettings } from '@/lib/settings/settings';
import type { StationStatus } from '@/lib/stations/station';
import { MINUTE_MS } from '@/lib/units/clock';
import { seededRng } from '@/lib/units/rng';
import type { CityFrame, CityView } from './cityView';
import { createCityLoader } from './loadCity';
import { createPastLoader, type PastLoader } from './loadPast';
import { pastFrame } from './pastFrame';
import { createReplay } from './replayChunk';

const SYSTEM = 'replayed';
const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
const seconds = (time: string) => at(time).getTime() / 1_000;

let db: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;
let loader: PastLoader;

/** Two hours of a small city: gaps, a new and a removed station, and thresholds saved meanwhile. */
beforeAll(async () => {
  db = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'limelight-past-'));
  await db.pool.query(
    `INSERT INTO system (system_id, name, timezone, feed_url, updated_at)
     VALUES ($1, 'Replayed', 'Europe/Paris', 'http://replayed.test', now())`,
    [SYSTEM],
  );
  const city = createTestCity(db.pool, SYSTEM);
  const rng = seededRng(7);
  const ids = Array.from({ length: 9 }, (_, i) => `s${i}`);
  await city.fetchStations(
    at('05:59'),
    ids.slice(0, 8).map((id) => stationInformation(id)),
  );
  let now = ids.map((id) => stationStatus(id));
  for (let ms = at('06:00').getTime(); ms <= at('08:00').getTime(); ms += MINUTE_MS) {
    const time = new Date(ms);
    now = now.map((one) => moved(one, time, rng));
    const isGap = time >= at('06:31') && time < at('06:47');
    if (time.getTime() === at('07:12').getTime())
      await city.fetchStations(
        time,
        ids.slice(1).map((id) => stationInformation(id)),
      );
    if (!isGap && rng() > 0.1) await city.fetchStatus(time, listed(now, time));
  }
  for (const [time, minBikes] of [
    ['06:20', 5],
    ['07:40', 9],
  ] as const) {
    await db.pool.query(
      `INSERT INTO settings_version (system_id, settings, reason, created_at)
       VALUES ($1, $2, 'because', $3)`,
      [SYSTEM, { ...defaultSettings, minBikes }, at(time)],
    );
  }
  loader = createPastLoader({
    db: db.pool,
    systemId: SYSTEM,
    reader: createHistoryReader({
      pool: db.pool,
      store: openFileStore(folder),
      cacheDir: path.join(folder, 'cache'),
      systemId: SYSTEM,
      clock: () => at('08:01'),
    }),
    loadCity: createCityLoader(db.pool, SYSTEM, () => at('08:01')).load,
  });
});
afterAll(async () => {
  await db?.close();
  if (folder) await rm(folder, { recursive: true });
});

/** The feed tells of those that it lists. */
function listed(now: readonly StationStatus[], time: Date): StationStatus[] {
  return time < at('07:12') ? now.slice(0, 8) : now.slice(1);
}

function moved(one: StationStatus, time: Date, rng: () => number): StationStatus {
  if (rng() < 0.6) return one;
  const numBikesAvailable = Math.floor(rng() * 12);
  return { ...one, numBikesAvailable, isRenting: rng() > 0.1, lastReportedAt: time };
}

/** The whole stretch by its chunks, each from the end of the one before. */
async function playAll(fromAt: number, toAt: number): Promise<Map<number, CityFrame>> {
  const frames = new Map<number, CityFrame>();
  for (let begin = fromAt; begin < toAt; ) {
    const chunk = (await loader.loadChunk({ fromAt: begin, toAt }))!;
    const { base, frame } = (await loader.loadAt(new Date(chunk.fromAt * 1_000)))!;
    expect(frame.past?.baseId).toBe(chunk.baseId);
    const on = {
      ...{ base, baseId: chunk.baseId, neighbours: buildNeighbours(base.stations) },
      stationsVersion: frame.marker.stationsVersion,
    };
    const replay = createReplay(chunk);
    for (let minute = chunk.fromAt; minute < chunk.toAt; minute += 60)
      frames.set(minute, pastFrame(on, replay.momentAt(minute)));
    begin = chunk.toAt;
  }
  return frames;
}

const severityOf = ({ base, frame }: CityView, stationId: string) =>
  SEVERITIES[frame.assessment.severity[base.stations.stationId.indexOf(stationId)]!];

describe('the past that is played', () => {
  it('is at each minute the past that is asked for', async () => {
    const frames = await playAll(seconds('06:02'), seconds('08:00'));
    expect(frames.size).toBe(118);
    for (const [minute, frame] of frames)
      expect(frame, new Date(minute * 1_000).toISOString()).toEqual(
        (await loader.loadAt(new Date(minute * 1_000)))!.frame,
      );
    const unobserved = [...frames.values()].filter(({ past }) => past?.isUnobserved);
    expect(unobserved.length).toBeGreaterThanOrEqual(15);
  });

  it('is the same wherever one enters it, forward and back', async () => {
    const chunk = (await loader.loadChunk({ fromAt: seconds('06:05'), toAt: seconds('07:00') }))!;
    const replay = createReplay(chunk);
    const bikes = (time: string) => replay.momentAt(seconds(time)).status.numBikesAvailable;
    const forward = ['06:05', '06:30', '06:59'].map(bikes);
    expect(['06:59', '06:30', '06:05'].map(bikes).reverse()).toEqual(forward);
  });

  it('ends a stretch where stations change, and shows those of the time', async () => {
    const chunk = (await loader.loadChunk({ fromAt: seconds('07:00'), toAt: seconds('08:00') }))!;
    expect(chunk.toAt).toBe(seconds('07:12'));
    const idsAt = async (time: string) => (await loader.loadAt(at(time)))!.base.stations.stationId;
    expect(await idsAt('07:11')).toContain('s0');
    expect(await idsAt('07:14')).not.toContain('s0');
    expect(await idsAt('07:14')).toContain('s8');
  });

  it('judges by the thresholds in force then, and says which', async () => {
    const targets = async (time: string) => {
      const { frame } = (await loader.loadAt(at(time)))!;
      const { thresholdsSavedAt } = frame.past!;
      return [frame.thresholds.minBikes, thresholdsSavedAt, frame.marker.settingsVersion > 0];
    };
    expect(await targets('06:19')).toEqual([defaultSettings.minBikes, null, false]);
    expect(await targets('06:20')).toEqual([5, seconds('06:20'), true]);
    expect(await targets('07:45')).toEqual([9, seconds('07:40'), true]);
  });

  it('calls no station silent because its bikes stood still', async () => {
    const view = (await loader.loadAt(at('08:00')))!;
    const silent = view.base.stations.stationId.filter((id) => severityOf(view, id) === 'unknown');
    const closed = view.base.stations.stationId.filter(
      (_, i) => ((view.frame.status.flags[i] ?? 0) & 2) === 0,
    );
    expect(silent).toEqual(closed);
  });

  it('knows nothing of before its beginning', async () => {
    expect(await loader.loadAt(at('05:00'))).toBeNull();
    expect(await loader.loadChunk({ fromAt: seconds('04:00'), toAt: seconds('05:00') })).toBeNull();
    const first = (await loader.loadChunk({ fromAt: seconds('05:00'), toAt: seconds('06:30') }))!;
    expect(first.fromAt).toBeGreaterThanOrEqual(seconds('06:00'));
  });

  it('has a line of how many were empty, with its gap', async () => {
    const { line, oldestAt } = await loader.loadLine({
      fromAt: seconds('05:30'),
      toAt: seconds('08:30'),
    });
    expect(oldestAt).toBeGreaterThanOrEqual(seconds('06:00'));
    const { emptyStations, stepS } = line!;
    expect(stepS).toBe(900);
    expect(emptyStations.slice(0, 2)).toEqual([null, null]);
    expect(emptyStations[4]).toBeNull();
    expect(emptyStations[6]).toBeGreaterThan(0);
  });
});
