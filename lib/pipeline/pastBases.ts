import { createHash } from 'node:crypto';
import { buildNeighbours } from '@/lib/deficit/neighbours';
import type { StationColumns } from '@/lib/stations/cityColumns';
import type { CityView } from './cityView';
import type { PastBase } from './pastFrame';

/** Stations change every few days: who looks about in a month meets few layouts. */
const KEPT_BASES = 8;

/** The layouts of stations that were met last, each with its neighbours, which are slow to find. */
export function createPastBases() {
  const known = new Map<string, PastBase>();
  return {
    /**
     * @param stations as they stood then
     * @param now the present, whose districts hold at all times
     */
    baseOf(stations: StationColumns, { base: present, frame }: CityView): PastBase {
      const { stationsVersion } = frame.marker;
      const baseId = idOf(stations, stationsVersion);
      const met = known.get(baseId);
      const base = met ?? {
        baseId,
        base: { ...present, stations },
        neighbours: buildNeighbours(stations),
        stationsVersion,
      };
      known.delete(baseId);
      known.set(baseId, base);
      const [oldest] = known.keys();
      if (known.size > KEPT_BASES && oldest !== undefined) known.delete(oldest);
      return base;
    },
  };
}

function idOf(stations: StationColumns, stationsVersion: number): string {
  const text = JSON.stringify([stationsVersion, stations]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
