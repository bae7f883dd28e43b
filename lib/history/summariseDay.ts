import type { DayClock } from './dayClock';
import { dayFactsOf, lookEveryMin } from './dayFactsOf';
import { readRowsByStation } from './dayRowReader';
import type { DaySourceStore, DayStation } from './daySourceStore';
import type { HistoryReader } from './historyReader';
import { type DistrictFigures, sumDistricts } from './sumDistricts';
import { type StationFigures, summariseStation } from './summariseStation';
import { truckMoveBikes } from './truckMoveBikes';

/** Rows of so many stations are held at a time: a day of them is some 20,000. */
const STATIONS_AT_A_TIME = 100;
/** What held just before the day, seconds. */
const BEFORE_S = 60;
/** The last look before the day tells the feed's median at its beginning, seconds. */
const LOOKS_BEFORE_S = 3_600;

export interface SummarisedCity {
  stations: StationFigures[];
  districts: DistrictFigures[];
}

/** Where a day is read from. */
export interface DaySources {
  reader: Pick<HistoryReader, 'streamRows' | 'readUnobserved'>;
  source: DaySourceStore;
}

/**
 * Summarises one local day of the whole city, in bounded memory.
 *
 * @param knownToAt epoch seconds: now, or the day's end where it is over
 */
export async function summariseDay(
  { reader, source }: DaySources,
  clock: DayClock,
  knownToAt: number,
): Promise<SummarisedCity> {
  const span = { fromAt: clock.fromAt - BEFORE_S, toAt: knownToAt };
  const [stations, looks, unobserved, parents] = await Promise.all([
    source.readStations(span),
    source.readLooks({ ...span, fromAt: clock.fromAt - LOOKS_BEFORE_S }),
    reader.readUnobserved(span),
    source.readParents(),
  ]);
  const facts = dayFactsOf(clock, unobserved, looks, knownToAt);
  const everyMin = lookEveryMin(looks);
  const figures: StationFigures[] = [];
  for (let from = 0; from < stations.length; from += STATIONS_AT_A_TIME) {
    const some = stations.slice(from, from + STATIONS_AT_A_TIME);
    const rows = await readRowsByStation(
      reader,
      span,
      some.map(({ stationId }) => stationId),
    );
    for (const station of some) {
      const own = rows.get(station.stationId);
      const day = own && summariseStation(facts, own, factsOf(station, everyMin));
      if (day) figures.push(day);
    }
  }
  const districtOf = new Map(stations.map(({ stationId, districtId }) => [stationId, districtId]));
  return { stations: figures, districts: sumDistricts(figures, districtOf, parents) };
}

function factsOf(station: DayStation, everyMin: number) {
  return { ...station, truckBikes: truckMoveBikes(station.capacity, everyMin) };
}
