import { describe, expect, it } from 'vitest';
import { distanceM } from '@/lib/geo/position';
import type { StationStatus } from '@/lib/stations/station';
import { HOUR_MS, MINUTE_MS } from '@/lib/units/clock';
import { GeneratedSource } from './generatedSource';

const centre = { lat: 48.8589, lon: 2.347 };
// A Tuesday, five in the morning in Paris.
const startAt = new Date('2026-11-24T04:00:00Z');

function makeCity(seed = 1, stations = 300): GeneratedSource {
  return new GeneratedSource({
    stations,
    centre,
    seed,
    numericIds: true,
    startAt,
    timezone: 'Europe/Paris',
    shownAt: (at) => at,
  });
}

function later(minutes: number): Date {
  return new Date(startAt.getTime() + minutes * MINUTE_MS);
}

function bikesAtAll(statuses: readonly StationStatus[], ids: Set<string>): number {
  const bikes = statuses.filter((s) => ids.has(s.stationId)).map((s) => s.numBikesAvailable);
  return bikes.reduce((sum, n) => sum + n, 0);
}

describe('the generated city', () => {
  it('never makes or loses a bike, whatever rides, trucks and clock do', () => {
    const city = makeCity();
    const before = city.bikesInSystem;
    for (let hour = 1; hour <= 26; hour += 1) {
      city.advanceTo(later(hour * 60));
      expect(city.bikesInSystem).toBe(before);
    }
    city.advanceTo(later(60));
    expect(city.bikesInSystem).toBe(before);
    city.advanceTo(later(5 * 24 * 60));
    expect(city.bikesInSystem).toBe(before);
  });

  it('never reports more than the docks hold, or fewer than none', () => {
    const city = makeCity();
    for (let hour = 1; hour <= 20; hour += 1) {
      city.advanceTo(later(hour * 60));
      city.statuses().forEach((status, i) => {
        const { capacity } = city.stations()[i]!;
        expect(status.numBikesAvailable).toBeGreaterThanOrEqual(0);
        expect(status.numMechanicalAvailable! + status.numEbikesAvailable!).toBe(
          status.numBikesAvailable,
        );
        expect(status.numBikesAvailable + status.numDocksAvailable!).toBeLessThanOrEqual(capacity!);
        expect(city.stock.phantom[i]).toBeLessThanOrEqual(status.numBikesAvailable);
      });
    }
  });

  it('is the same city for the same seed, and another for another', () => {
    const [one, same, other] = [makeCity(7), makeCity(7), makeCity(8)];
    for (const city of [one, same, other]) city.advanceTo(later(90));
    expect(same.stations()).toEqual(one.stations());
    expect(same.statuses()).toEqual(one.statuses());
    expect(other.statuses()).not.toEqual(one.statuses());
  });

  it('keeps the row object of a station that has nothing new to say', () => {
    const city = makeCity();
    const before = city.statuses();
    city.advanceTo(later(1));
    const kept = city.statuses().filter((status, i) => status === before[i]);
    expect(kept.length).toBeGreaterThan(150);
    expect(kept.length).toBeLessThan(300);
  });

  it('empties the homes and fills the offices in the morning', () => {
    const city = makeCity(1, 600);
    const idsWhere = (isSo: (officeShare: number) => boolean) =>
      new Set(
        city
          .stations()
          .filter((_, i) => isSo(city.layout.officeShare[i]!))
          .map((s) => s.stationId),
      );
    const homes = idsWhere((share) => share < 0.2);
    const offices = idsWhere((share) => share > 0.6);
    const before = city.statuses();
    city.advanceTo(later(5 * 60));
    const after = city.statuses();
    expect(bikesAtAll(after, homes)).toBeLessThan(0.9 * bikesAtAll(before, homes));
    expect(bikesAtAll(after, offices)).toBeGreaterThan(1.1 * bikesAtAll(before, offices));
  });

  it('has stations that do not add up, zombies, and phantom bikes', () => {
    const city = makeCity(1, 1_000);
    const statuses = city.statuses();
    const odd = statuses.filter(
      (s, i) => s.numBikesAvailable + s.numDocksAvailable! !== city.stations()[i]!.capacity,
    );
    const zombies = statuses.filter(
      (s) => !s.lastReportedAt || startAt.getTime() - s.lastReportedAt.getTime() > 24 * HOUR_MS,
    );
    expect(odd.length).toBeGreaterThan(400);
    expect(zombies.length).toBeGreaterThan(5);
    expect(zombies.length).toBeLessThan(50);
    expect(city.stock.phantom.some((phantoms) => phantoms > 0)).toBe(true);
  });

  it('gives each station its own id, code, name and place', () => {
    const stations = makeCity(1, 1_500).stations();
    expect(new Set(stations.map((s) => s.stationId)).size).toBe(1_500);
    expect(new Set(stations.map((s) => s.stationCode)).size).toBe(1_500);
    expect(new Set(stations.map((s) => s.name)).size).toBe(1_500);
    expect(stations.filter((s) => Number(s.stationId) > 2 ** 31 - 1).length).toBeGreaterThan(100);
    expect(Math.max(...stations.map((s) => Number(s.stationId)))).toBeLessThan(1e11);
    expect(Math.max(...stations.map((s) => distanceM(s, centre)))).toBeLessThan(14_000);
  });

  it('also makes hamlets', () => {
    const city = makeCity(1, 10);
    const before = city.bikesInSystem;
    city.advanceTo(later(600));
    expect(city.bikesInSystem).toBe(before);
    expect(city.statuses()).toHaveLength(10);
  });
});
