import { z } from 'zod';
import type { Database } from '@/lib/db/database';
import { LIVE_CHANNEL } from '@/lib/stations/liveChannel';

const payloadSchema = z.object({ accessOf: z.string() });

/**
 * Tells every web process, once the transaction is committed, that what a person may do has
 * changed: their open event streams are judged anew at once.
 */
export async function announceAccessChange(db: Database, userId: string): Promise<void> {
  const payload = JSON.stringify({ accessOf: userId } satisfies z.infer<typeof payloadSchema>);
  await db.query('SELECT pg_notify($1, $2)', [LIVE_CHANNEL, payload]);
}

/** Whose access a notification on the live channel is about; null where it is about data. */
export function parseAccessChange(payload: string): string | null {
  if (!payload.includes('"accessOf"')) return null;
  return payloadSchema.parse(JSON.parse(payload)).accessOf;
}
