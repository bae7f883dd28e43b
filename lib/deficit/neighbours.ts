import type { Position } from '@/lib/geo/position';
import { buildSpatialIndex, type Neighbour, type SpatialIndex } from '@/lib/geo/spatialIndex';
import type { StationColumns } from '@/lib/stations/cityColumns';

/** How far the nearest station with bikes is looked for, metres. */
export const NEIGHBOUR_RADIUS_M = 2_000;
/** Neighbours kept a station; beyond them a search finds the rare answer that lies farther. */
const KEPT_NEIGHBOURS = 32;

/**
 * Who is near whom, for one layout of stations; computed once and used for every frame until
 * stations change. Station i's neighbours are the entries `start[i]` to `start[i + 1]`, nearest
 * first, ties by stationId, so that no order of the columns changes an answer.
 */
export interface CityNeighbours {
  positions: readonly Position[];
  start: Uint32Array;
  index: Uint32Array;
  /** Whole metres. */
  distanceM: Uint16Array;
  /** 1 where more stations lie within NEIGHBOUR_RADIUS_M than are kept. */
  isCut: Uint8Array;
  /** Position of each station in the order of stationId: breaks ties. */
  idOrder: Uint32Array;
}

/** Finds every station's nearest others within NEIGHBOUR_RADIUS_M. */
export function buildNeighbours(
  stations: Pick<StationColumns, 'stationId' | 'lat' | 'lon'>,
): CityNeighbours {
  const positions = stations.lat.map((lat, i) => ({ lat, lon: stations.lon[i]! }));
  const idOrder = orderOfIds(stations.stationId);
  const spatial = buildSpatialIndex(positions);
  const start = new Uint32Array(positions.length + 1);
  const index = new Uint32Array(positions.length * KEPT_NEIGHBOURS);
  const distanceM = new Uint16Array(positions.length * KEPT_NEIGHBOURS);
  const isCut = new Uint8Array(positions.length);

  positions.forEach((position, i) => {
    // Two more than are kept: the station itself, and one that tells whether there are more.
    const others = nearestOf(spatial, position, KEPT_NEIGHBOURS + 2)
      .filter((neighbour) => neighbour.index !== i)
      .sort((a, b) => a.distanceM - b.distanceM || idOrder[a.index]! - idOrder[b.index]!);
    const kept = others.slice(0, KEPT_NEIGHBOURS);
    kept.forEach((neighbour, place) => {
      index[start[i]! + place] = neighbour.index;
      distanceM[start[i]! + place] = Math.round(neighbour.distanceM);
    });
    start[i + 1] = start[i]! + kept.length;
    isCut[i] = others.length > kept.length ? 1 : 0;
  });
  const count = start[positions.length]!;
  return {
    positions,
    start,
    index: index.slice(0, count),
    distanceM: distanceM.slice(0, count),
    isCut,
    idOrder,
  };
}

/**
 * The nearest points within NEIGHBOUR_RADIUS_M, at least `count` of them where there are as many:
 * the radius widens until it holds enough, which spares dense cities their thousands.
 */
export function nearestOf(spatial: SpatialIndex, centre: Position, count: number): Neighbour[] {
  let radiusM = NEIGHBOUR_RADIUS_M / 16;
  let found = spatial.within(centre, radiusM);
  while (found.length < count && radiusM < NEIGHBOUR_RADIUS_M) {
    radiusM *= 2;
    found = spatial.within(centre, radiusM);
  }
  return found;
}

function orderOfIds(stationIds: readonly string[]): Uint32Array {
  const sorted = stationIds.map((_, i) => i);
  sorted.sort((a, b) => (stationIds[a]! < stationIds[b]! ? -1 : 1));
  const order = new Uint32Array(stationIds.length);
  sorted.forEach((station, place) => {
    order[station] = place;
  });
  return order;
}
