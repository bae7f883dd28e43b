import { z } from 'zod';
import { readFeedTime } from './fields';

const outerSchema = z.looseObject({ data: z.unknown() });

/** What surrounds the data of every GBFS file. */
export interface Envelope<T> {
  /** `last_updated`, or Vélib's `lastUpdatedOther`. */
  lastUpdatedAt: Date | null;
  ttlS: number | null;
  data: T;
}

/**
 * Opens a GBFS file of any version: 1.0 without `version`, 3.0 with RFC 3339 times, Vélib's
 * dialect. Times and ttl that make no sense are dropped; data that do not fit are not.
 *
 * @returns null where `data` is missing or not what the schema says
 */
export function openEnvelope<T>(
  json: unknown,
  dataSchema: z.ZodType<T>,
  fetchedAt: Date,
): Envelope<T> | null {
  const outer = outerSchema.safeParse(json);
  if (!outer.success) return null;
  const data = dataSchema.safeParse(outer.data.data);
  if (!data.success) return null;
  const { last_updated, lastUpdatedOther, ttl } = outer.data;
  return {
    lastUpdatedAt:
      readFeedTime(last_updated, fetchedAt) ?? readFeedTime(lastUpdatedOther, fetchedAt),
    ttlS: typeof ttl === 'number' && ttl >= 0 && Number.isFinite(ttl) ? ttl : null,
    data: data.data,
  };
}
