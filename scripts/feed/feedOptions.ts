import type { Position } from '@/lib/geo/position';
import type { ColumnMap } from '@/lib/history/reportColumns';
import type { VehicleKind } from '@/lib/stations/station';
import type { Clock } from '@/lib/units/clock';
import type { DialectName } from './dialects/dialect';
import type { FaultSpec } from './faults/faultKinds';

export interface GeneratedCityOptions {
  kind: 'generated';
  /** 1..200,000 */
  stations: number;
  centre: Position;
}

export interface ReplayCityOptions {
  kind: 'replay';
  /** `.csv`, `.csv.gz` or `.parquet` in the documented format. */
  reportsFile: string;
  stationsFile: string;
  columns: ColumnMap;
  by: 'reported' | 'fetched';
  /** Begin again at the start when the recording ends. */
  loop: boolean;
  /** What the recording is of, as in "Replay of 2022-05-17 (Vélib')". */
  label: string;
}

export interface FeedOptions {
  city: GeneratedCityOptions | ReplayCityOptions;
  host: string;
  /** 0 takes any free port. */
  port: number;
  dialect: DialectName;
  timezone: string;
  seed: number;
  /** The simulated moment at the start; null: now, or the recording's first. */
  startAt: Date | null;
  /** Simulated seconds a second. */
  speed: number;
  times: 'now' | 'recorded';
  /** Seconds by which the content is behind. */
  lagS: number;
  /** How often the content changes, in seconds; 0: only when told to. */
  periodS: number;
  districtsFile: string | null;
  vehicles: number;
  vehicleKind: VehicleKind;
  faults: readonly FaultSpec[];
  ledgerFile: string | null;
  clock: Clock;
}

const DEFAULTS: FeedOptions = {
  city: { kind: 'generated', stations: 1_500, centre: { lat: 48.8589, lon: 2.347 } },
  host: '127.0.0.1',
  port: 8090,
  dialect: 'velib',
  timezone: 'Europe/Paris',
  seed: 1,
  startAt: null,
  speed: 1,
  times: 'now',
  lagS: 0,
  periodS: 60,
  districtsFile: null,
  vehicles: 0,
  vehicleKind: 'bike',
  faults: [],
  ledgerFile: null,
  clock: () => new Date(),
};

/** Fills in what is not given; the whole is documented in docs/simulated-feed.md. */
export function feedOptions(given: Partial<FeedOptions>): FeedOptions {
  return { ...DEFAULTS, ...given };
}
