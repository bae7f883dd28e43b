import { addDays, mondayOf, weekdayOf } from './calendar';
import { coverOfDay, type DayCover } from './coverOfDay';
import { type DayCells, QUARTERS_A_DAY } from './dayCells';
import { DAY_KINDS, type FoldCity, rateOffset } from './foldCity';
import {
  addDayToSum,
  EMPTY_DAY_MIN,
  emptySum,
  emptyTotals,
  type FoldTotals,
  type Sum,
} from './foldTotals';
import { asksKind, type DayKind, type InsightFilter } from './insightFilter';
import {
  createStationHours,
  HOURS_A_DAY,
  QUARTERS_AN_HOUR,
  readStationHours,
} from './stationHours';

const WEEK_DAYS = 7;

/** The asked days, both ends part of them. */
export interface Period {
  from: string;
  to: string;
}

export interface DayFold {
  totals: FoldTotals;
  /**
   * Adds a day. Days before the period count for the week before the last one alone.
   *
   * @param kind as the city's calendar has it
   */
  addDay(day: DayCells, kind: DayKind): void;
}

/** The first day that a fold can use: the period's, or that of the week before its last one. */
export function firstDayOf({ from, to }: Period): string {
  const weekBefore = addDays(to, 1 - 2 * WEEK_DAYS);
  return from < weekBefore ? from : weekBefore;
}

/**
 * Counts days of a city one after another: by station, by week, by hour of the week. One pass over
 * the cells answers everything the page shows, so that no two of its figures can disagree.
 */
export function createDayFold(
  city: FoldCity,
  filter: Pick<InsightFilter, 'kind' | 'fromH' | 'toH'>,
  period: Period,
): DayFold {
  const totals = emptyTotals(city.stationIds.length);
  const rowsOf = createRowFinder(city.stationIds);
  const hours = createStationHours();
  const cover: DayCover = { coveredMin: 0, uncoveredLost: 0 };
  const quarters = { from: filter.fromH * QUARTERS_AN_HOUR, to: filter.toH * QUARTERS_AN_HOUR };

  return {
    totals,
    addDay(day, kind) {
      const rowOf = rowsOf(day.stationIds);
      const kindAt = DAY_KINDS.indexOf(kind);
      const isAskedKind = asksKind(filter, kind);
      const isInPeriod = day.date >= period.from && day.date <= period.to;
      const week = weekPlaceOf(day.date, period.to);
      const byHour = Array.from({ length: HOURS_A_DAY }, emptySum);
      const asked = emptySum();
      for (let station = 0; station < rowOf.length; station++) {
        const row = rowOf[station]!;
        if (row < 0 || !city.isAsked[station]) continue;
        const rateAt = rateOffset(station, kindAt);
        readStationHours(day.cells, row * QUARTERS_A_DAY, city.departuresPerMin, rateAt, hours);
        if (isInPeriod) addToHours(byHour);
        if (!isAskedKind) continue;
        coverOfDay(
          day.cells,
          rowOf,
          city.neighbours,
          station,
          { ...city, rateAt },
          quarters,
          cover,
        );
        addAsked(station, asked, { isInPeriod, week });
      }
      if (isInPeriod) addCityDay(totals, day.date, kindAt, byHour, isAskedKind ? asked : null);
    },
  };

  function addToHours(byHour: Sum[]): void {
    for (let hour = 0; hour < HOURS_A_DAY; hour++) {
      const sum = byHour[hour]!;
      sum.openMin += hours.openMin[hour]!;
      sum.emptyMin += hours.emptyMin[hour]!;
      sum.lost += hours.lost[hour]!;
    }
  }

  function addAsked(station: number, asked: Sum, place: { isInPeriod: boolean; week: WeekPlace }) {
    const { stations } = totals;
    let [openMin, emptyMin, lost, ratedMin] = [0, 0, 0, 0];
    for (let hour = filter.fromH; hour < filter.toH; hour++) {
      openMin += hours.openMin[hour]!;
      emptyMin += hours.emptyMin[hour]!;
      lost += hours.lost[hour]!;
      ratedMin += hours.ratedMin[hour]!;
      if (place.isInPeriod) {
        stations.hourEmptyMin[station * HOURS_A_DAY + hour]! += hours.emptyMin[hour]!;
      }
    }
    if (openMin === 0) return;
    if (place.week === 'last') {
      stations.lastOpenMin[station]! += openMin;
      stations.lastEmptyMin[station]! += emptyMin;
    } else if (place.week === 'before') {
      stations.beforeOpenMin[station]! += openMin;
      stations.beforeEmptyMin[station]! += emptyMin;
    }
    if (!place.isInPeriod) return;
    stations.days[station]!++;
    if (emptyMin >= EMPTY_DAY_MIN) stations.emptyDays[station]!++;
    stations.openMin[station]! += openMin;
    stations.emptyMin[station]! += emptyMin;
    stations.ratedMin[station]! += ratedMin;
    stations.lost[station]! += lost;
    stations.coveredMin[station]! += cover.coveredMin;
    stations.uncoveredLost[station]! += cover.uncoveredLost;
    asked.openMin += openMin;
    asked.emptyMin += emptyMin;
    asked.lost += lost;
    asked.uncoveredLost += cover.uncoveredLost;
  }
}

type WeekPlace = 'last' | 'before' | 'earlier';

function weekPlaceOf(date: string, to: string): WeekPlace {
  if (date > to) return 'earlier';
  if (date > addDays(to, -WEEK_DAYS)) return 'last';
  return date > addDays(to, -2 * WEEK_DAYS) ? 'before' : 'earlier';
}

function addCityDay(
  totals: FoldTotals,
  date: string,
  kindAt: number,
  byHour: readonly Sum[],
  asked: Sum | null,
): void {
  const weekHours = totals.weekHours[weekdayOf(date)]!;
  const kindHours = totals.kindHours[kindAt]!;
  byHour.forEach((sum, hour) => {
    addDayToSum(weekHours[hour]!, sum);
    addDayToSum(kindHours[hour]!, sum);
  });
  if (!asked) return;
  addDayToSum(totals.asked, asked);
  const monday = mondayOf(date);
  const week = totals.weeks.get(monday) ?? emptySum();
  addDayToSum(week, asked);
  totals.weeks.set(monday, week);
}

/** Finds the row of each of the city's stations in a day; kept while the days list the same ones. */
function createRowFinder(stationIds: readonly string[]) {
  let knownIds: readonly string[] | null = null;
  let rowOf = new Int32Array(0);
  return (ids: readonly string[]): Int32Array => {
    if (ids === knownIds) return rowOf;
    const rows = new Map(ids.map((id, row) => [id, row]));
    rowOf = Int32Array.from(stationIds, (id) => rows.get(id) ?? -1);
    knownIds = ids;
    return rowOf;
  };
}
