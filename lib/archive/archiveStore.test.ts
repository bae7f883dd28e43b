import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '@/lib/db/database';
import { openTestDatabase } from '@/lib/db/testDatabase';
import type { StationStatus } from '@/lib/stations/station';
import { HOUR_MS, MINUTE_MS } from '@/lib/units/clock';
import { type Rng, seededRng } from '@/lib/units/rng';
import { createArchiveStore } from './archiveStore';
import { createTestCity, stationInformation, stationStatus } from './testCity';

let db: DatabaseHandle;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const at = (time: string) => new Date(`2026-11-23T${time}Z`);

describe('stateAt', () => {
  it('equals the last snapshot before each hour, whatever came later', async () => {
    const city = createTestCity(db.pool, 'random');
    const archive = createArchiveStore(db.pool);
    const rng = seededRng(7);
    const beginsAt = at('05:10:00').getTime();
    let now: StationStatus[] = Array.from({ length: 30 }, (_, i) => stationStatus(String(i)));
    const atHour = new Map<number, StationStatus[]>();

    for (let time = beginsAt; time < beginsAt + 4 * HOUR_MS; time += 3 * MINUTE_MS) {
      now = now.map((station) => moveOn(station, time, rng));
      await city.fetchStatus(new Date(time), now);
      atHour.set(Math.ceil(time / HOUR_MS) * HOUR_MS, now);
    }

    for (const [hour, expected] of atHour) {
      const { stations } = await archive.stateAt('random', new Date(hour));
      const counts = (station: StationStatus) => ({ ...station, lastReportedAt: null });
      const sorted = [...expected].sort((a, b) => (a.stationId < b.stationId ? -1 : 1));
      expect(stations.map(({ capacity: _, fetchedAt: __, ...s }) => counts(s))).toEqual(
        sorted.map(counts),
      );
      for (const [i, { lastReportedAt, fetchedAt }] of stations.entries()) {
        // After the fact only the report of the last change is known: never later than the truth.
        const truth = sorted[i]?.lastReportedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
        expect(lastReportedAt?.getTime() ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(truth);
        expect(fetchedAt.getTime()).toBeLessThanOrEqual(hour);
      }
    }
    const newest = Math.max(...atHour.keys());
    const { stations } = await archive.stateAt('random', new Date(newest));
    const reported = new Map(now.map((s) => [s.stationId, s.lastReportedAt]));
    for (const s of stations) expect(s.lastReportedAt).toEqual(reported.get(s.stationId));
  });

  it('takes the capacity of the hour, and keeps orphans', async () => {
    const city = createTestCity(db.pool, 'resized');
    const archive = createArchiveStore(db.pool);
    await city.fetchStations(at('06:00:00'), [stationInformation('a', { capacity: 20 })]);
    await city.fetchStatus(at('06:30:00'), [stationStatus('a'), stationStatus('orphan')]);
    await city.fetchStations(at('07:30:00'), [stationInformation('a', { capacity: 30 })]);
    await city.fetchStations(at('08:30:00'), [stationInformation('a', { capacity: 45 })]);

    const capacities = async (hour: string) =>
      (await archive.stateAt('resized', at(hour))).stations.map((s) => [s.stationId, s.capacity]);
    expect(await capacities('07:00:00')).toEqual([
      ['a', 20],
      ['orphan', null],
    ]);
    expect(await capacities('08:00:00')).toEqual([
      ['a', 30],
      ['orphan', null],
    ]);
    expect(await capacities('09:00:00')).toEqual([
      ['a', 45],
      ['orphan', null],
    ]);
  });

  it('leaves out a station for the hours in which it was removed', async () => {
    const city = createTestCity(db.pool, 'removed');
    const archive = createArchiveStore(db.pool);
    const [a, b] = [stationInformation('a'), stationInformation('b')];
    await city.fetchStations(at('06:00:00'), [a, b]);
    await city.fetchStatus(at('06:30:00'), [stationStatus('a'), stationStatus('b')]);
    await city.fetchStations(at('07:30:00'), [a]);

    const present = async (hour: string) =>
      (await archive.stateAt('removed', at(hour))).stations.map((s) => s.stationId);
    expect(await present('08:00:00')).toEqual(['a']);
    await city.fetchStations(at('08:30:00'), [a, b]);
    expect(await present('07:00:00')).toEqual(['a', 'b']);
    expect(await present('08:00:00')).toEqual(['a']);
    expect(await present('09:00:00')).toEqual(['a', 'b']);
  });

  it('knows an unchanged station even after its change has left the log', async () => {
    const city = createTestCity(db.pool, 'expired');
    const zombie = stationStatus('zombie', { lastReportedAt: new Date('2018-06-01T12:00:00Z') });
    await city.fetchStatus(at('05:30:00'), [zombie]);
    await db.pool.query(`DELETE FROM station_change WHERE system_id = 'expired'`);
    const { stations } = await createArchiveStore(db.pool).stateAt('expired', at('06:00:00'));
    expect(stations).toEqual([{ ...zombie, capacity: null, fetchedAt: at('05:30:00') }]);
  });
});

describe('dueHours', () => {
  it('begins with the first whole hour of the log and leaves out what the ledger lists', async () => {
    const city = createTestCity(db.pool, 'due');
    const archive = createArchiveStore(db.pool);
    expect(await archive.dueHours('due', at('09:00:05'))).toEqual([]);

    await city.fetchStatus(at('06:00:00.001'), [stationStatus('a')]);
    expect(await archive.dueHours('due', at('06:59:59.999'))).toEqual([]);
    expect(await archive.dueHours('due', at('07:00:00'))).toEqual([at('07:00:00')]);

    const entry = { key: 'k', rows: 1, bytes: 1, sha256: 's', reconstructed: false };
    const seven = { ...entry, hour: at('07:00:00') };
    expect(await archive.enter('due', seven, at('07:00:09'))).toBe(true);
    expect(await archive.enter('due', seven, at('07:00:10'))).toBe(false);
    await archive.enter('due', { ...entry, hour: at('09:00:00') }, at('09:00:09'));
    const hours = await archive.dueHours('due', at('10:59:00'));
    expect(hours).toEqual([at('08:00:00'), at('10:00:00')]);
  });

  it('counts a snapshot on the hour as known at the hour', async () => {
    await createTestCity(db.pool, 'sharp').fetchStatus(at('06:00:00'), [stationStatus('a')]);
    const hours = await createArchiveStore(db.pool).dueHours('sharp', at('06:00:20'));
    expect(hours).toEqual([at('06:00:00')]);
  });
});

/** Now a ride, now only a report, now nothing. */
function moveOn(station: StationStatus, timeMs: number, rng: Rng): StationStatus {
  const chance = rng();
  if (chance < 0.5) return station;
  const lastReportedAt = new Date(timeMs - Math.floor(rng() * 170) * 1_000);
  if (chance < 0.75) return { ...station, lastReportedAt };
  return { ...station, lastReportedAt, numBikesAvailable: Math.floor(rng() * 20) };
}
