import type { Simulation, StationInformation, StationStatus } from '@/lib/stations/station';

/** Writes a simulated instant as the feed shows it. */
export type ShownAt = (simulatedAt: Date) => Date;

/**
 * Where the feed's content comes from. Rows are immutable: a source replaces a station's row when
 * something about it changed and keeps the same object otherwise, so that two moments are compared
 * by identity.
 */
export interface CitySource {
  readonly simulation: Exclude<Simulation, null>;
  readonly systemName: string;
  readonly timezone: string;
  /** The simulated moments that can be shown; null where there is no end. */
  readonly span: { from: Date; to: Date } | null;
  /** Brings the city to a simulated moment, the past included where the source can go back. */
  advanceTo(simulatedAt: Date): void;
  /** The same array object as long as nothing about the stations changed. */
  stations(): readonly StationInformation[];
  /** Stations that have reported so far, in a stable order. */
  statuses(): readonly StationStatus[];
}
