import { z } from 'zod';
import { isPosition } from '@/lib/geo/position';

const count = z.number().int().min(0).max(1_000_000);
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const statusFields = {
  numBikesAvailable: count.optional(),
  numMechanicalAvailable: count.nullable().optional(),
  numEbikesAvailable: count.nullable().optional(),
  numDocksAvailable: count.nullable().optional(),
  isInstalled: z.boolean().optional(),
  isRenting: z.boolean().optional(),
  isReturning: z.boolean().optional(),
  lastReportedAt: instant.nullable().optional(),
};

/** What `POST /control/stations/ID` may say. */
export const statusChangeSchema = z.strictObject(statusFields);

const informationFields = {
  name: z.string().min(1),
  lat: z.number(),
  lon: z.number(),
  capacity: count.nullable(),
  stationCode: z.string().nullable(),
};
const stationId = z.string().min(1);

/** What `POST /control/stations` may ask for. */
export const stationActionSchema = z.discriminatedUnion('action', [
  z
    .strictObject({
      action: z.literal('add'),
      stationId,
      ...informationFields,
      status: statusChangeSchema.optional(),
    })
    .refine(({ lat, lon }) => isPosition(lat, lon), 'lat and lon must be a position'),
  z.strictObject({ action: z.literal('move'), stationId, lat: z.number(), lon: z.number() }),
  z.strictObject({ action: z.literal('rename'), stationId, name: informationFields.name }),
  z.strictObject({ action: z.literal('resize'), stationId, capacity: informationFields.capacity }),
  z.strictObject({ action: z.literal('remove'), stationId }),
]);
export type StationAction = z.infer<typeof stationActionSchema>;

export const clockChangeSchema = z.strictObject({
  at: instant.optional(),
  speed: z.number().min(0).max(100_000).optional(),
  lagS: z.number().min(0).optional(),
});

export const tickSchema = z.strictObject({ seconds: z.number().min(0).optional() });
