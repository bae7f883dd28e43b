import type { Database } from '@/lib/db/database';
import type { HistoryReader } from '@/lib/history/historyReader';
import type { SeriesColumns, Span, StationSeries } from '@/lib/history/stationSeries';
import { unknownSpans } from '@/lib/history/unknownSpans';
import { readSettingsDuring } from '@/lib/settings/settingsPastStore';
import {
  absencesDuring,
  capacitiesDuring,
  type StationProfile,
} from '@/lib/stations/stationProfile';
import type { CityBase } from './cityView';
import { levelsDuring } from './levelsDuring';
import { rulesDuring } from './rulesDuring';
import type { StationLevel } from './stationLevels';

/** A station over a span, with what it was measured by then. Times are epoch seconds (UTC). */
export interface StationPast extends Span {
  stationId: string;
  /** Which tier tells which stretch, oldest first. */
  stretches: StationSeries['stretches'];
  samples: SeriesColumns;
  /** Nobody knows what stood there; oldest first. */
  unknown: Span[];
  /** The feed did not have the station; oldest first. */
  absent: Span[];
  /** By the thresholds and the docks of the time; without a gap. */
  levels: StationLevel[];
}

/**
 * What is known of a station over a span, judged by what was in force then.
 *
 * @param city the present one, for its districts and its clock
 */
export async function loadStationPast(
  sources: { db: Database; systemId: string; reader: HistoryReader },
  city: Pick<CityBase, 'districts' | 'timezone'>,
  profile: StationProfile,
  span: Span,
): Promise<StationPast> {
  const { db, systemId, reader } = sources;
  const { stationId, districtId } = profile;
  const [known, settings] = await Promise.all([
    reader.readStation(stationId, span),
    readSettingsDuring(db, systemId, span),
  ]);
  const series = known ?? nothingOf(stationId, span);
  const rules = rulesDuring(settings, city.districts, city.timezone);
  return {
    ...span,
    stationId,
    stretches: series.stretches,
    samples: series.samples,
    unknown: unknownSpans(series),
    absent: absencesDuring(profile, span),
    levels: levelsDuring(rules, capacitiesDuring(profile, span), districtId),
  };
}

function nothingOf(stationId: string, span: Span): StationSeries {
  const samples: SeriesColumns = {
    at: [],
    numBikesAvailable: [],
    numMechanicalAvailable: [],
    numEbikesAvailable: [],
    numDocksAvailable: [],
    flags: [],
  };
  return { ...span, stationId, stretches: [], samples, unobserved: [] };
}
