import type { Span } from '@/lib/history/stationSeries';
import type { AlertOutcome, RunOutcome } from './sandboxOutcomes';
import type { Pair } from './sandboxTimeline';

/** What one of the settings would have told, and how it turned out. */
export interface SandboxSide {
  /** Told in the period; those that stood when it began are not among them. */
  alerts: number;
  /** A day of 24 h in which somebody looked; null: there is less than an hour. */
  alertsADay: number | null;
  /** Stations that were short when the period began. */
  openedShort: number;
  /** Stations with at least one alert, told in the period or before it. */
  stations: number;
  /** Of the alerts told in the period, as far as they are known to have lasted; null: none. */
  medianMin: number | null;
  /** Of all alerts, those that stood when the period began too. */
  totalMin: number;
  outcomes: Record<AlertOutcome, number>;
  /** Share of alerts with a known outcome after which the station was without a bike; null: none. */
  precision: number | null;
  runs: Record<RunOutcome, number>;
  /** Share of the times a station ran empty that were announced; null: none ran empty. */
  recall: number | null;
}

/** One station, where anything happened by either settings. Pairs are in force, then draft. */
export interface SandboxStation {
  stationId: string;
  name: string;
  /** The district people know; null outside of all. */
  districtId: string | null;
  alerts: Pair<number>;
  /** In alerts, minutes. */
  shortMin: Pair<number>;
  /** Times it ran empty. */
  runs: number;
  announced: Pair<number>;
}

export interface SandboxDistrict {
  /** null: outside of all. */
  districtId: string | null;
  alerts: Pair<number>;
  shortMin: Pair<number>;
  runs: number;
  announced: Pair<number>;
}

/** What a draft of the settings would have told in a period of the past, against those in force. */
export interface SandboxResult extends Span {
  /** What was asked for; the period is the part of it that history reaches. */
  asked: Span;
  lastingMin: number;
  /** The version that stands for what is in force: the present one, throughout the period. */
  settingsVersion: number;
  /** Left out, oldest first: nobody looked, or only hours are known. */
  gaps: Span[];
  observedMin: number;
  unobservedMin: number;
  /** That had anything to tell. */
  stationsSeen: number;
  rows: number;
  sides: Pair<SandboxSide>;
  /** Local days of the period, oldest first. */
  days: (Span & { alerts: Pair<number> })[];
  /** Alerts by the hour of the city's clock at which they were told, 0 to 23. */
  hours: Pair<number>[];
  /** The most alerts by the draft first. */
  districts: SandboxDistrict[];
  /** Where the two differ most first. */
  stations: SandboxStation[];
}
