import { z } from 'zod';

/** Faults of the answer as a whole: its body does not matter any more. */
export const TRANSPORT_FAULTS = [
  'silence',
  'slowDrip',
  'serverError',
  'empty',
  'truncated',
  'html',
] as const;

/** Faults of what a well-formed answer says. */
export const CONTENT_FAULTS = [
  'backInTime',
  'zeroCapacities',
  'nullCodes',
  'orphans',
  'unlisted',
  'zombies',
  'duplicates',
  'hugeNumbers',
  'allNull',
] as const;

export const FAULT_KINDS = [...TRANSPORT_FAULTS, ...CONTENT_FAULTS] as const;
export type TransportFaultKind = (typeof TRANSPORT_FAULTS)[number];
export type ContentFaultKind = (typeof CONTENT_FAULTS)[number];
export type FaultKind = (typeof FAULT_KINDS)[number];

/** The files that a fault can be narrowed to. */
export const FAULT_RESOURCES = [
  'gbfs',
  'system_information',
  'station_information',
  'station_status',
  'vehicles',
  'opendata',
] as const;
export type FaultResource = (typeof FAULT_RESOURCES)[number];

export const faultSpecSchema = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  /** Transport: share of the answers struck. Content: share of the stations struck. */
  share: z.number().min(0).max(1).optional(),
  /** How many: orphans and unlisted stations, copies, bytes kept, bytes a second, seconds back. */
  count: z.number().int().min(0).optional(),
  /** Begins this many seconds from now; at once without. */
  fromS: z.number().min(0).optional(),
  /** Ends this many seconds from now; without, it stays until it is taken back. */
  untilS: z.number().min(0).optional(),
  /** Ends after this many answers were struck. */
  answers: z.number().int().min(1).optional(),
  /** Only this file; without, every file of the feed. The open-data exports must be named. */
  resource: z.enum(FAULT_RESOURCES).optional(),
});

export type FaultSpec = z.infer<typeof faultSpecSchema>;

export function isTransportFault(kind: FaultKind): kind is TransportFaultKind {
  return (TRANSPORT_FAULTS as readonly string[]).includes(kind);
}
