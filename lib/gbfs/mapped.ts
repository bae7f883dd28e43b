import type { Anomaly } from '@/lib/stations/cityColumns';
import type { RefusalReason } from './fetchReasons';

/** Why one entry of a feed was left out. */
export type SkipReason =
  | 'notAnObject'
  | 'badId'
  | 'badCount'
  | 'badFlag'
  | 'badTime'
  | 'badName'
  | 'badPosition'
  | 'badGeometry'
  | 'duplicate'
  | 'docked'
  | 'unknownCode';

export type SkipCounts = Partial<Record<SkipReason, number>>;

/** What a mapper learned about an answer, accepted or not. */
export interface MappedDetail {
  lastUpdatedAt: Date | null;
  /** Seconds the answer may be kept; null where the feed does not say. */
  ttlS: number | null;
  medianReportedAt: Date | null;
  stationsSeen: number;
  skipped: SkipCounts;
  anomalies: Anomaly[];
}

/** A mapper's verdict. Mappers never throw, whatever the JSON. */
export type Mapped<T> =
  | { kind: 'accepted'; value: T; detail: MappedDetail }
  | { kind: 'refused'; reason: RefusalReason; message: string; detail: MappedDetail };

const nothingSeen: MappedDetail = {
  lastUpdatedAt: null,
  ttlS: null,
  medianReportedAt: null,
  stationsSeen: 0,
  skipped: {},
  anomalies: [],
};

export function accepted<T>(value: T, detail: Partial<MappedDetail>): Mapped<T> {
  return { kind: 'accepted', value, detail: { ...nothingSeen, ...detail } };
}

export function refused(
  reason: RefusalReason,
  message: string,
  detail: Partial<MappedDetail> = {},
): Mapped<never> {
  return { kind: 'refused', reason, message, detail: { ...nothingSeen, ...detail } };
}
