import type { Position } from '@/lib/geo/position';
import type { StationInformation } from '@/lib/stations/station';
import { type Rng, seededRng } from '@/lib/units/rng';
import { StationNumbers } from '../stationNumbers';
import { districtCodeAt } from './districts';
import { bend, type PlanePoint, toPosition } from './plane';
import { StationNames } from './stationNames';

/** The fixed part of a generated city; index i of each column is the same station. */
export interface CityLayout {
  information: StationInformation[];
  /** Kilometres east and north of the centre. */
  points: PlanePoint[];
  edgeKm: number;
  capacity: Uint16Array;
  /** 0 a dormitory, 1 nothing but offices. */
  officeShare: Float64Array;
  /** Trips that start here, relative to the city's mean of 1. */
  popularity: Float64Array;
}

/** 1,500 stations fill a radius of 9 km, about as Vélib' does; other sizes keep the density. */
const STATIONS_AT_9_KM = 1_500;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

export interface CityLayoutOptions {
  stations: number;
  seed: number;
  centre: Position;
  /** Whether ids are Vélib's numbers; else the station's code is its id. */
  numericIds: boolean;
}

/** Lays out a city: positions, names, codes, sizes and the character of each neighbourhood. */
export function layOutCity(options: CityLayoutOptions): CityLayout {
  const count = options.stations;
  const rng = seededRng(options.seed);
  const edgeKm = Math.max(1, 9 * Math.sqrt(count / STATIONS_AT_9_KM));
  const names = new StationNames(rng);
  const numbers = new StationNumbers();
  const numberInDistrict = new Map<string, number>();
  const layout: CityLayout = {
    information: [],
    points: [],
    edgeKm,
    capacity: new Uint16Array(count),
    officeShare: new Float64Array(count),
    popularity: new Float64Array(count),
  };
  for (let i = 0; i < count; i += 1) {
    const { radius, angle } = spiralPlace(i, count, rng);
    const point = offTheRiver(bend(radius, angle, edgeKm), edgeKm);
    const district = districtCodeAt(radius, angle);
    const number = (numberInDistrict.get(district) ?? 0) + 1;
    numberInDistrict.set(district, number);
    const stationCode = `${district}${String(number).padStart(3, '0')}`;
    const capacity = drawCapacity(rng);
    layout.points.push(point);
    layout.capacity[i] = capacity;
    layout.officeShare[i] = officeShareAt(radius, angle, rng);
    layout.popularity[i] = (1.35 - 0.7 * radius) * (0.5 + rng());
    layout.information.push({
      stationId: options.numericIds ? numbers.numberOf(stationCode) : stationCode,
      stationCode,
      name: names.next(),
      ...toPosition(options.centre, point),
      capacity,
    });
  }
  return layout;
}

/** A jittered sunflower: even as streets make it, denser towards the centre. */
function spiralPlace(i: number, count: number, rng: Rng): { radius: number; angle: number } {
  const jitter = 0.9 / Math.sqrt(count);
  const radius = ((i + 0.5) / count) ** 0.58 + jitter * (rng() - 0.5);
  const angle = (i * GOLDEN_ANGLE) % (2 * Math.PI);
  return {
    radius: Math.min(0.999, Math.max(0.001, radius)),
    angle:
      (angle + (jitter / Math.max(0.05, radius)) * (rng() - 0.5) + 2 * Math.PI) % (2 * Math.PI),
  };
}

const BANK_KM = 0.11;

/** Moves a point that would stand in the river to the nearer bank. */
function offTheRiver(point: PlanePoint, edgeKm: number): PlanePoint {
  const riverY = edgeKm * (0.16 * Math.sin((2.6 * point.x) / edgeKm + 0.6) - 0.06);
  const awayKm = point.y - riverY;
  if (Math.abs(awayKm) >= BANK_KM) return point;
  return { x: point.x, y: riverY + (awayKm < 0 ? -BANK_KM : BANK_KM) };
}

/** Log-normal about Vélib's median of 29 docks, 10 to 75. */
function drawCapacity(rng: Rng): number {
  const normal = Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
  return Math.round(Math.min(75, Math.max(10, 29 * Math.exp(0.33 * normal))));
}

/** Offices stand in the centre and in a business quarter to the west. */
function officeShareAt(radius: number, angle: number, rng: Rng): number {
  const centre = Math.exp(-((radius / 0.33) ** 2));
  const west = bend(radius, angle, 1);
  const quarter = Math.exp(-(((west.x + 0.72) / 0.22) ** 2 + ((west.y - 0.12) / 0.22) ** 2));
  return Math.min(
    0.95,
    Math.max(0.05, 0.1 + 0.65 * centre + 0.75 * quarter + 0.25 * (rng() - 0.5)),
  );
}
