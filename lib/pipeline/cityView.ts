import type { AssessmentColumns } from '@/lib/deficit/assessment';
import type { Thresholds } from '@/lib/settings/settings';
import type {
  CityDistrict,
  CityFreshness,
  CityMarker,
  StationColumns,
  StatusColumns,
  VehicleColumns,
} from '@/lib/stations/cityColumns';

/** Everything about the city that changes only when stations or districts do. */
export interface CityBase {
  systemId: string;
  systemName: string;
  timezone: string;
  simulation: 'generated' | 'replay' | null;
  stations: StationColumns;
  districts: CityDistrict[];
}

/** Everything that changes with a snapshot, the vehicles or the thresholds: one pushed event. */
export interface CityFrame {
  marker: CityMarker;
  freshness: CityFreshness;
  thresholds: Thresholds;
  status: StatusColumns;
  assessment: AssessmentColumns;
  vehicles: VehicleColumns;
  orphans: number;
}

/** What the map page receives as its one prop. Columns of base and frame share their index. */
export interface CityView {
  base: CityBase;
  frame: CityFrame;
}
