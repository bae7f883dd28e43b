import type { Database } from '@/lib/db/database';
import type { DayKind } from '@/lib/history/daySummary';
import { cityRowOf, districtRowsOf, hourRowsOf, weekRowsOf } from '@/lib/insights/cityRows';
import { districtGroups } from '@/lib/insights/districtGroups';
import type { FoldCity } from '@/lib/insights/foldCity';
import { createDayFold, type DayFold, firstDayOf, type Period } from '@/lib/insights/foldDays';
import {
  type InsightCity,
  readDepartureRates,
  readInsightCity,
} from '@/lib/insights/insightCityStore';
import { createInsightDayStore } from '@/lib/insights/insightDayStore';
import type { InsightFilter } from '@/lib/insights/insightFilter';
import type {
  CityRow,
  DistrictRow,
  HourRow,
  StationRow,
  WeekRow,
} from '@/lib/insights/insightRows';
import { rankStations } from '@/lib/insights/rankStations';
import { stationRowsOf, weekChangeOfAll } from '@/lib/insights/stationRows';
import { walksOf } from '@/lib/insights/walks';
import { readSettings } from '@/lib/settings/settingsStore';
import type { CityDistrict } from '@/lib/stations/cityColumns';

/** What the past says to a question. */
export interface Insights {
  period: Period;
  /** Days of the period with data, of whatever kind. */
  daysWithData: number;
  /** Whether lost rentals can be estimated: some station has rates. */
  hasRates: boolean;
  city: CityRow;
  /** The city's empty share of the period's last seven days less that of the seven before. */
  weekChange: number | null;
  /** Ranked, worst first. */
  stations: StationRow[];
  districts: DistrictRow[];
  weeks: WeekRow[];
  /** By day (0 Monday), then hour; whatever kind and hours are asked. */
  weekHours: HourRow[][];
  /** By kind of day in the order of DAY_KINDS, then hour. */
  kindHours: HourRow[][];
  /** All of the city, to choose from. */
  allDistricts: CityDistrict[];
}

/**
 * Counts the past for a question: reads the days one after another and lets the process breathe
 * between them.
 *
 * @param kindOf the kind of a local date by the city's calendar
 */
export async function loadInsights(
  db: Database,
  systemId: string,
  filter: InsightFilter,
  period: Period,
  kindOf: (date: string) => DayKind,
): Promise<Insights> {
  const [city, { settings }] = await Promise.all([
    readInsightCity(db, systemId),
    readSettings(db, systemId),
  ]);
  const rates = await readDepartureRates(db, systemId, city.stationIds);
  const groups = districtGroups(city.districts, filter.district ?? null);
  const foldCity: FoldCity = {
    stationIds: city.stationIds,
    isAsked: Uint8Array.from(city.districtIds, (id) => Number(groups.isAsked(id))),
    departuresPerMin: rates,
    neighbours: walksOf(city, settings.walkRadiusM),
  };
  const fold = createDayFold(foldCity, filter, period);
  const daysWithData = await foldSpan(db, systemId, fold, period, kindOf);
  const hasRates = rates.some((rate) => !Number.isNaN(rate));
  return { period, daysWithData, hasRates, ...answerOf(fold, city, groups, filter, hasRates) };
}

async function foldSpan(
  db: Database,
  systemId: string,
  fold: DayFold,
  period: Period,
  kindOf: (date: string) => DayKind,
): Promise<number> {
  let daysWithData = 0;
  const days = createInsightDayStore(db, systemId).readDays(firstDayOf(period), period.to);
  for await (const day of days) {
    fold.addDay(day, kindOf(day.date));
    if (day.date >= period.from && day.stationIds.length > 0) daysWithData++;
  }
  return daysWithData;
}

function answerOf(
  { totals }: DayFold,
  city: InsightCity,
  groups: ReturnType<typeof districtGroups>,
  filter: InsightFilter,
  hasRates: boolean,
) {
  const stations = rankStations(stationRowsOf(totals.stations, city), filter.by);
  const { days } = totals.asked;
  const row = cityRowOf(stations, days);
  return {
    city: row,
    weekChange: weekChangeOfAll(totals.stations),
    stations,
    districts: districtRowsOf(stations, days, groups),
    weeks: weekRowsOf(totals.weeks, hasRates),
    weekHours: hourRowsOf(totals.weekHours, hasRates),
    kindHours: hourRowsOf(totals.kindHours, hasRates),
    allDistricts: city.districts,
  };
}
