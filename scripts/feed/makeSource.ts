import type { CitySource, ShownAt } from './citySource';
import { dialectNamed } from './dialects/dialectNamed';
import type { FeedOptions, ReplayCityOptions } from './feedOptions';
import { GeneratedSource } from './generated/generatedSource';
import { readRecordedStations } from './recording/readRecordedStations';
import { readReports } from './recording/readReports';
import { ReplaySource } from './recording/replaySource';
import { StationNumbers } from './stationNumbers';

/** Makes the city that the options ask for; its first moment comes from `startOf`. */
export async function makeSource(options: FeedOptions, shownAt: ShownAt): Promise<CitySource> {
  const { city } = options;
  if (city.kind === 'replay') return makeReplay(options, city, shownAt);
  return new GeneratedSource({
    stations: city.stations,
    centre: city.centre,
    seed: options.seed,
    numericIds: dialectNamed(options.dialect).numericIds,
    startAt: options.startAt ?? options.clock(),
    timezone: options.timezone,
    shownAt,
  });
}

async function makeReplay(
  options: FeedOptions,
  city: ReplayCityOptions,
  shownAt: ShownAt,
): Promise<ReplaySource> {
  const stations = await readRecordedStations(city.stationsFile);
  const reports = await readReports(city.reportsFile, city.columns);
  const numbers = new StationNumbers();
  const { numericIds } = dialectNamed(options.dialect);
  return new ReplaySource({
    reports,
    stations,
    by: city.by,
    label: city.label,
    startAt: options.startAt,
    timezone: options.timezone,
    stationIdOf: (code) => (numericIds ? numbers.numberOf(code) : code),
    shownAt,
  });
}
