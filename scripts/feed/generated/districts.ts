import type { Position } from '@/lib/geo/position';
import { bend, toPosition } from './plane';

/** Rings from the centre out: how far each reaches and into how many districts it is cut. */
const RINGS = [
  { outer: 0.3, sectors: 4 },
  { outer: 0.62, sectors: 7 },
  { outer: 1.03, sectors: 9 },
] as const;
const FULL_TURN = 2 * Math.PI;
/** Degrees of the turn between two points of a border. */
const BORDER_STEP = FULL_TURN / 180;

interface Cell {
  inner: number;
  outer: number;
  fromAngle: number;
  toAngle: number;
}

export interface DistrictFeature {
  type: 'Feature';
  properties: Record<string, string | number>;
  geometry: { type: 'Polygon'; coordinates: [number, number][][] };
}

export interface DistrictCollection {
  type: 'FeatureCollection';
  features: DistrictFeature[];
}

/** The districts' numbers, 1..20, as the first digits of station codes. */
export function districtCodeAt(radius: number, angle: number): string {
  let code = 1;
  for (const { outer, sectors } of RINGS) {
    if (radius < outer) return String(code + (Math.floor((angle / FULL_TURN) * sectors) % sectors));
    code += sectors;
  }
  return String(code - 1);
}

/**
 * The city's 20 districts (level 1) and 80 quarters (level 2), named in the fields of Paris's open
 * data (`c_ar`, `l_ar`; `c_qu`, `l_qu`), so that one reader serves both. Borders are shared.
 */
export function generateDistricts(centre: Position, edgeKm: number): DistrictCollection {
  const features: DistrictFeature[] = [];
  let code = 0;
  let inner = 0;
  for (const { outer, sectors } of RINGS) {
    for (let sector = 0; sector < sectors; sector += 1) {
      code += 1;
      const cell = {
        inner,
        outer,
        fromAngle: (sector / sectors) * FULL_TURN,
        toAngle: ((sector + 1) / sectors) * FULL_TURN,
      };
      features.push(districtFeature(code, cell, centre, edgeKm));
      quarterCells(cell).forEach((quarter, i) => {
        features.push(quarterFeature(code, (code - 1) * 4 + i + 1, quarter, centre, edgeKm));
      });
    }
    inner = outer;
  }
  return { type: 'FeatureCollection', features };
}

function districtFeature(
  code: number,
  cell: Cell,
  centre: Position,
  edgeKm: number,
): DistrictFeature {
  const ordinal = code === 1 ? '1er' : `${code}e`;
  return {
    type: 'Feature',
    properties: { c_ar: code, l_ar: `${ordinal} arrondissement`, level: 1 },
    geometry: { type: 'Polygon', coordinates: [border(cell, centre, edgeKm)] },
  };
}

const QUARTER_SIDES = ['Est intérieur', 'Est extérieur', 'Ouest intérieur', 'Ouest extérieur'];

function quarterFeature(
  district: number,
  code: number,
  cell: Cell,
  centre: Position,
  edgeKm: number,
): DistrictFeature {
  const name = `Quartier ${district} ${QUARTER_SIDES[(code - 1) % 4]}`;
  return {
    type: 'Feature',
    properties: { c_qu: String(code), l_qu: name, c_ar: district, level: 2 },
    geometry: { type: 'Polygon', coordinates: [border(cell, centre, edgeKm)] },
  };
}

function quarterCells({ inner, outer, fromAngle, toAngle }: Cell): Cell[] {
  const middle = (inner + outer) / 2;
  const turn = (fromAngle + toAngle) / 2;
  return [
    { inner, outer: middle, fromAngle, toAngle: turn },
    { inner: middle, outer, fromAngle, toAngle: turn },
    { inner, outer: middle, fromAngle: turn, toAngle },
    { inner: middle, outer, fromAngle: turn, toAngle },
  ];
}

/** A closed ring, anticlockwise as RFC 7946 asks. */
function border(cell: Cell, centre: Position, edgeKm: number): [number, number][] {
  const points: [number, number][] = [];
  const add = (radius: number, angle: number): void => {
    const { lat, lon } = toPosition(centre, bend(radius, angle, edgeKm));
    const last = points.at(-1);
    if (last?.[0] !== lon || last[1] !== lat) points.push([lon, lat]);
  };
  const angles: number[] = [];
  const steps = Math.max(1, Math.round((cell.toAngle - cell.fromAngle) / BORDER_STEP));
  for (let i = 0; i <= steps; i += 1) {
    angles.push(cell.fromAngle + ((cell.toAngle - cell.fromAngle) * i) / steps);
  }
  const radii = [0, 0.25, 0.5, 0.75, 1].map((t) => cell.inner + (cell.outer - cell.inner) * t);
  for (const radius of radii) add(radius, cell.fromAngle);
  for (const angle of angles) add(cell.outer, angle);
  for (const radius of radii.toReversed()) add(radius, cell.toAngle);
  for (const angle of angles.toReversed()) add(cell.inner, angle);
  points.push(points[0]!);
  return points;
}
