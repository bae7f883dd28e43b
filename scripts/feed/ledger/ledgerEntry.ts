import type { StationStatus } from '@/lib/stations/station';
import type { FaultKind } from '../faults/faultKinds';

/**
 * A station's status as served: id, bikes, mechanical, e-bikes, docks, flags (installed 1,
 * renting 2, returning 4), last report in epoch seconds (null: never).
 */
export type LedgerRow = [
  stationId: string,
  numBikesAvailable: number,
  numMechanicalAvailable: number | null,
  numEbikesAvailable: number | null,
  numDocksAvailable: number | null,
  flags: number,
  lastReportedS: number | null,
];

/** Which of the two status files was read. */
export type LedgerSource = 'gbfs' | 'opendata';

/** One answer to a request for a status file. */
export interface LedgerEntry {
  /** 1, 2, 3, ... in the order in which answers ended. */
  n: number;
  source: LedgerSource;
  servedAt: string;
  /** 0 where not even a status line was sent. */
  httpStatus: number;
  /** Whether the whole answer was handed over; else the reader broke off, or a fault did. */
  complete: boolean;
  /** Whether the body was a well-formed status file: complete, 200, and no fault of the body. */
  readable: boolean;
  /** Which publication it was made of. */
  publication: number;
  /** The feed's own time in the answer. */
  lastUpdatedAt: string;
  faults: FaultKind[];
  /** Hash of the body before compression; also the ETag. */
  hash: string;
  /** Entries in the body, repeated ones counted. */
  entries: number;
  /** Against the readable answer before; empty where this one is not readable. */
  changed: LedgerRow[];
  removed: string[];
}

/** The report time is cut to whole seconds, as every dialect writes it. */
export function ledgerRow(status: StationStatus): LedgerRow {
  const { isInstalled, isRenting, isReturning, lastReportedAt } = status;
  return [
    status.stationId,
    status.numBikesAvailable,
    status.numMechanicalAvailable,
    status.numEbikesAvailable,
    status.numDocksAvailable,
    (isInstalled ? 1 : 0) + (isRenting ? 2 : 0) + (isReturning ? 4 : 0),
    lastReportedAt === null ? null : Math.floor(lastReportedAt.getTime() / 1_000),
  ];
}
