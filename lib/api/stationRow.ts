import { z } from 'zod';
import { SEVERITIES, UNKNOWN_REASONS } from '@/lib/deficit/assessment';
import type { StationRecord } from '@/lib/pipeline/stationRecord';
import { utcField } from './fields';

const countField = z.int().nullable();

/** Where a station is and what it is called. */
export const placeFields = {
  stationId: z.string(),
  stationCode: z.string().nullable(),
  name: z.string(),
  lat: z.number().describe('Degrees, WGS 84.'),
  lon: z.number().describe('Degrees, WGS 84.'),
  capacity: countField,
  districtId: z.string().nullable(),
};

/** What stands there. */
export const statusFields = {
  numBikesAvailable: countField,
  numMechanicalAvailable: countField,
  numEbikesAvailable: countField,
  numDocksAvailable: countField,
  isInstalled: z.boolean().nullable(),
  isRenting: z.boolean().nullable(),
  isReturning: z.boolean().nullable(),
  lastReportedAt: utcField.nullable(),
};

/** A station with its status and its judgement. */
export const stationRowSchema = z.strictObject({
  systemId: z.string(),
  ...placeFields,
  ...statusFields,
  severity: z.enum(SEVERITIES),
  unknownReason: z.enum(UNKNOWN_REASONS).nullable().describe('Why it is not judged.'),
  usableBikes: countField.describe('Bikes less those that never leave.'),
  phantomBikes: z.int().describe('An estimate: bikes that never leave.'),
  targetBikes: countField.describe('Bikes it should hold.'),
  shortage: z.int().describe('max(0, target − usable), bikes.'),
  uncoveredShortage: z.number().describe('The part of it that no neighbour in a walk covers.'),
  covered: z.boolean(),
  nearestWithBikesId: z.string().nullable(),
  nearestWithBikesM: z.number().nullable().describe('Metres to it.'),
  vehiclesNear: z.int().describe('Own free vehicles within the walk; of the past none is kept.'),
  rank: z.int().describe('1 is the worst station of the city.'),
});

// The records that the map exports are the same: neither may have a field that the other has not.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
true satisfies Same<z.infer<typeof stationRowSchema>, StationRecord>;
