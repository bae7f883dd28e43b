import { DAY_KINDS, type DayKind, QUARTERS_A_DAY } from '@/lib/history/daySummary';
import { addEmptyHours, addToPeriod, addToWeeks, askedHoursOf, type DayPlace } from './askedDay';
import { addDays, mondayOf, weekdayOf } from './calendar';
import { coverOfDay, type DayCover } from './coverOfDay';
import type { DayCells } from './dayCells';
import { type FoldCity, rateOffset } from './foldCity';
import { addDayToSum, emptySum, emptyTotals, type FoldTotals, type Sum } from './foldTotals';
import { asksKind, type InsightFilter } from './insightFilter';
import {
  addHours,
  createStationHours,
  HOURS_A_DAY,
  QUARTERS_AN_HOUR,
  readStationHours,
  type StationHours,
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
      const place = placeOf(day.date, period);
      const cityHours = createStationHours();
      const asked = emptySum();
      for (let station = 0; station < rowOf.length; station++) {
        const row = rowOf[station]!;
        if (row < 0 || !city.isAsked[station]) continue;
        const rateAt = rateOffset(station, kindAt);
        readStationHours(day.cells, row * QUARTERS_A_DAY, city.departuresPerMin, rateAt, hours);
        if (place.isInPeriod) addHours(cityHours, hours);
        if (isAskedKind) addAsked(day, rowOf, station, rateAt, place, asked);
      }
      if (!place.isInPeriod) return;
      addCityHours(totals, day.date, kindAt, cityHours);
      if (isAskedKind) addCityDay(totals, day.date, asked);
    },
  };

  function addAsked(
    day: DayCells,
    rowOf: Int32Array,
    station: number,
    rateAt: number,
    place: DayPlace,
    citySum: Sum,
  ): void {
    const asked = askedHoursOf(hours, filter.fromH, filter.toH);
    if (asked.openMin === 0) return;
    addToWeeks(totals.stations, station, asked, place.week);
    if (!place.isInPeriod) return;
    const rates = { departuresPerMin: city.departuresPerMin, rateAt };
    coverOfDay(day.cells, rowOf, city.neighbours, station, rates, quarters, cover);
    addToPeriod(totals.stations, station, asked, cover, citySum);
    addEmptyHours(totals.stations.hourEmptyMin, station, hours, filter);
  }
}

function placeOf(date: string, { from, to }: Period): DayPlace {
  const isInPeriod = date >= from && date <= to;
  if (date > addDays(to, -WEEK_DAYS)) return { isInPeriod, week: date > to ? 'earlier' : 'last' };
  const isBefore = date > addDays(to, -2 * WEEK_DAYS);
  return { isInPeriod, week: isBefore ? 'before' : 'earlier' };
}

function addCityHours(totals: FoldTotals, date: string, kindAt: number, hours: StationHours): void {
  const weekHours = totals.weekHours[weekdayOf(date)]!;
  const kindHours = totals.kindHours[kindAt]!;
  for (let hour = 0; hour < HOURS_A_DAY; hour++) {
    const sum = {
      openMin: hours.openMin[hour]!,
      emptyMin: hours.emptyMin[hour]!,
      lost: hours.lost[hour]!,
      uncoveredLost: 0,
    };
    addDayToSum(weekHours[hour]!, sum);
    addDayToSum(kindHours[hour]!, sum);
  }
}

function addCityDay(totals: FoldTotals, date: string, asked: Sum): void {
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
