import { z } from 'zod';
import { type AreaGeometry, isAreaGeometry } from '@/lib/geo/polygon';
import { skipAnomalies } from './anomalies';
import { collectEntries, refuseCollected } from './collectEntries';
import { isRawEntry, type RawEntry, readId, readText } from './fields';
import { accepted, type Mapped, refused, type SkipReason } from './mapped';

/** A named area of the city. */
export interface DistrictFeature {
  /** `level-id`, unique among all levels. */
  districtId: string;
  /** 1 is the coarsest. */
  level: number;
  /** The area of the level above that contains it, where the file says so. */
  parentId: string | null;
  /** What people number it by ("11"). */
  code: string | null;
  name: string;
  geometry: AreaGeometry;
}

export interface DistrictsContext {
  /** Of features that do not say theirs: 1 for the first file, 2 for the second. */
  level: number;
  maxBadShare: number;
}

const collectionSchema = z.looseObject({ features: z.array(z.unknown()) });
const MAX_LEVEL = 9;

/** Property names, best first: Paris's quartiers and arrondissements, then what others use. */
const ID_NAMES = ['districtId', 'district_id', 'c_qu', 'c_ar', 'id', 'code', 'insee'];
const CODE_NAMES = ['c_qu', 'c_ar', 'code', 'insee', 'id'];
const NAME_NAMES = ['l_qu', 'name', 'nom', 'nomcom', 'l_aroff', 'l_ar', 'label'];
const PARENT_NAMES = ['parentId', 'parent_id', 'parent'];

/** Maps a GeoJSON FeatureCollection of districts. */
export function mapDistricts(json: unknown, context: DistrictsContext): Mapped<DistrictFeature[]> {
  const collection = collectionSchema.safeParse(json);
  if (!collection.success) return refused('badEnvelope', 'The file is no GeoJSON collection');
  const collected = collectEntries(collection.data.features, {
    mapEntry: (raw) => mapDistrict(raw, context.level),
    idOf: (district) => district.districtId,
  });
  const detail = {
    stationsSeen: collected.seen,
    skipped: collected.skipped,
    anomalies: skipAnomalies(collected.skipped),
  };
  return (
    refuseCollected(collected, context.maxBadShare, detail) ?? accepted(collected.entries, detail)
  );
}

function mapDistrict(feature: RawEntry, defaultLevel: number): DistrictFeature | SkipReason {
  const properties = isRawEntry(feature.properties) ? feature.properties : {};
  const level = readLevel(properties.level) ?? defaultLevel;
  const id = readFirst(properties, ID_NAMES, readId) ?? readId(feature.id);
  if (id === null) return 'badId';
  const name = arrondissementName(properties) ?? readFirst(properties, NAME_NAMES, readText);
  if (name === null) return 'badName';
  if (!isAreaGeometry(feature.geometry)) return 'badGeometry';
  const parent = readParent(properties);
  return {
    districtId: `${level}-${id}`,
    level,
    parentId: parent === null ? null : `${level - 1}-${parent}`,
    code: readFirst(properties, CODE_NAMES, readId),
    name,
    geometry: feature.geometry,
  };
}

/** "10ème Ardt (Entrepôt)": the number is what people say, the name what the city calls it. */
function arrondissementName(properties: RawEntry): string | null {
  const number = readText(properties.l_ar);
  const official = readText(properties.l_aroff);
  return number !== null && official !== null ? `${number} (${official})` : null;
}

/** A quartier names its arrondissement by `c_ar`. */
function readParent(properties: RawEntry): string | null {
  const named = readFirst(properties, PARENT_NAMES, readId);
  return named ?? ('c_qu' in properties ? readId(properties.c_ar) : null);
}

function readLevel(value: unknown): number | null {
  const isLevel = typeof value === 'number' && Number.isInteger(value);
  return isLevel && value >= 1 && value <= MAX_LEVEL ? value : null;
}

function readFirst(
  properties: RawEntry,
  names: readonly string[],
  read: (value: unknown) => string | null,
): string | null {
  for (const name of names) {
    const value = read(properties[name]);
    if (value !== null) return value;
  }
  return null;
}
