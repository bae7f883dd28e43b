/** One station's figures over the asked days and hours. Shares are 0..1. */
export interface StationRow {
  stationId: string;
  name: string;
  districtId: string | null;
  /** null where the station still stands. */
  removedAt: number | null;
  /** Days on which it was open and observed in the asked hours. */
  days: number;
  /** Of these, days with at least a quarter of an hour without a bike. */
  emptyDays: number;
  openMin: number;
  emptyMin: number;
  /** Empty of open minutes. */
  emptyShare: number;
  /** Of the empty minutes, what the best neighbour within a walk made up for; null: never empty. */
  coveredShare: number | null;
  /** Expected lost rentals a day, and those that no neighbour served; null: no rates yet. */
  lostADay: number | null;
  uncoveredADay: number | null;
  /** The hour of the day with the most empty minutes, 0..23; null: never empty. */
  worstHour: number | null;
  /** The empty share of the last seven days less that of the seven before; null: one is unknown. */
  weekChange: number | null;
  isChronic: boolean;
}

/** The same figures over many stations. */
export interface CityRow {
  stations: number;
  chronicStations: number;
  /** Days with anything observed in the asked hours. */
  days: number;
  openMin: number;
  emptyMin: number;
  emptyShare: number | null;
  coveredShare: number | null;
  lostADay: number | null;
  uncoveredADay: number | null;
}

export interface DistrictRow extends CityRow {
  /** null: stations outside of all districts. */
  districtId: string | null;
  name: string | null;
  worstStationId: string | null;
  worstStationName: string | null;
}

/** A week of the period, from its Monday. */
export interface WeekRow {
  monday: string;
  days: number;
  openMin: number;
  emptyMin: number;
  emptyShare: number;
  lostADay: number | null;
  uncoveredADay: number | null;
}

/** One hour of the week, or of a kind of day. */
export interface HourRow {
  days: number;
  openMin: number;
  emptyMin: number;
  /** null: nothing known. */
  emptyShare: number | null;
  lostADay: number | null;
}
