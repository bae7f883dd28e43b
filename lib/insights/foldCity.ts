import { DAY_KINDS, QUARTERS_A_DAY } from '@/lib/history/daySummary';

/**
 * What a fold needs to know of the city, by station: index i of every array is the same station.
 */
export interface FoldCity {
  stationIds: readonly string[];
  /** 1 for stations that are asked about; the others count as neighbours alone. */
  isAsked: Uint8Array;
  /**
   * Departures a minute at `(i * DAY_KINDS.length + kind) * QUARTERS_A_DAY + quarter`, 0 or more;
   * NaN where nobody can say yet.
   */
  departuresPerMin: Float32Array;
  /** Station i's neighbours within a walk: entries `start[i]` to `start[i + 1]`. */
  neighbours: Walks;
}

/** Who can be walked to, and how many of a station's riders make each walk. */
export interface Walks {
  start: Uint32Array;
  index: Uint32Array;
  /** Share of riders who walk that far, 0..1 (DOMAIN.md, measure 6). */
  share: Float32Array;
}

/** Where the rates of a station and kind of day begin. */
export function rateOffset(station: number, kind: number): number {
  return (station * DAY_KINDS.length + kind) * QUARTERS_A_DAY;
}
