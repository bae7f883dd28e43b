import type { BoundingBox } from '@/lib/geo/boundingBox';
import type { CityView } from '@/lib/pipeline/cityView';
import type { BaseTilesConfig } from './baseTilesConfig';

export interface CityMapProps {
  view: CityView;
  /** Stations that pass the filters; null: all. */
  shown: ReadonlySet<number> | null;
  /** The district asked for; choosing one brings it into sight. */
  districtId: string | null;
  selected: number | null;
  hovered: number | null;
  /** Stations that became critical or empty a short while ago. */
  news: ReadonlySet<number>;
  onSelect(index: number | null): void;
  onHover(index: number | null): void;
  /** A district was pressed; undefined: pressing one does nothing. */
  onDistrict?(districtId: string): void;
  /** Told what the map shows; null or absent: nobody follows it. */
  onBounds?: ((inSight: BoundingBox) => void) | null;
  tiles: BaseTilesConfig | null;
  /** CSS pixels at the foot of the map that something covers, such as a phone's sheet. */
  coveredFootPx(): number;
  /** Zoom buttons and the like; true by default. */
  hasControls?: boolean;
}
