import type { AssessmentColumns } from '@/lib/deficit/assessment';
import type { Thresholds } from '@/lib/settings/settingValues';
import type { ThresholdsInForce } from '@/lib/settings/thresholdsInForce';
import type {
  CityDistrict,
  CityFreshness,
  CityMarker,
  StationColumns,
  StatusColumns,
  VehicleColumns,
} from '@/lib/stations/cityColumns';
import type { PastFacts } from './pastFacts';

/** Everything about the city that changes only when stations or districts do. */
export interface CityBase {
  systemId: string;
  systemName: string;
  timezone: string;
  simulation: 'generated' | 'replay' | null;
  stations: StationColumns;
  districts: CityDistrict[];
}

/** Equal markers mean equal frames but for their freshness. */
export interface FrameMarker extends CityMarker {
  /** The time window in force, by which deficits change without anything new from the feed. */
  windowId: string | null;
}

/** Everything that changes with a snapshot, the vehicles or the thresholds: one pushed event. */
export interface CityFrame {
  marker: FrameMarker;
  freshness: CityFreshness;
  /** Of the city as a whole, at the frame's time. For those of a station see rules. */
  thresholds: Thresholds;
  /** What applies in which district, and by which rule. */
  rules: ThresholdsInForce;
  status: StatusColumns;
  assessment: AssessmentColumns;
  vehicles: VehicleColumns;
  orphans: number;
  /** Left out of the present. Of the past no vehicles are kept. */
  past?: PastFacts;
}

/** What the map page receives as its one prop. Columns of base and frame share their index. */
export interface CityView {
  base: CityBase;
  frame: CityFrame;
}
