import type { CityView } from '@/lib/pipeline/cityView';
import type { StationNews } from '../live/useNews';
import type { BaseTilesConfig } from './baseTilesConfig';

export interface CityMapProps {
  view: CityView;
  /** Stations that pass the filters; null: all. */
  shown: ReadonlySet<number> | null;
  /** The district asked for; choosing one brings it into sight. */
  districtId: string | null;
  selected: number | null;
  hovered: number | null;
  news: readonly StationNews[];
  onSelect(index: number | null): void;
  onHover(index: number | null): void;
  tiles: BaseTilesConfig | null;
  /** CSS pixels at the foot of the map that something covers, such as a phone's sheet. */
  coveredFootPx(): number;
}
