import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Database } from '@/lib/db/database';
import { withTransaction } from '@/lib/db/transaction';
import { type AlertLine, alertLineSchema } from './alertLine';
import { channelsOf } from './alertPreference';
import { insertDelivery } from './deliveryStore';
import { netLines } from './netLines';
import { type DigestPlan, planDigest } from './planDigest';
import { readPreference } from './preferenceStore';

/** People who may sign in and of whom something is not told yet, in the inbox or outside. */
export async function listPeopleToTell(db: Database, systemId: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT u.id FROM app_user u
      WHERE u.disabled_at IS NULL
        AND (EXISTS (SELECT FROM alert_event e
                      WHERE e.user_id = u.id AND e.system_id = $1 AND e.digest_id IS NULL)
          OR EXISTS (SELECT FROM alert_digest d
                      WHERE d.user_id = u.id AND d.system_id = $1 AND d.sent_out_at IS NULL))
      ORDER BY u.id`,
    [systemId],
  );
  return rows.map(({ id }) => id);
}

export interface TellingContext {
  systemId: string;
  /** The city's. */
  timezone: string;
  nowAt: Date;
  /** Whether this installation can send mail. */
  hasMail: boolean;
}

/**
 * Puts what happened into a person's inbox, and what is to leave the app into the outbox, as far as
 * it is time for either (see planDigest). One transaction under the person's lock: done twice, it
 * finds nothing left to do.
 */
export async function tellPerson(
  pool: Pool,
  userId: string,
  context: TellingContext,
): Promise<DigestPlan> {
  return withTransaction(pool, async (db) => {
    await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('alerts:' || $1, 0))`, [userId]);
    const preference = await readPreference(db, userId);
    const known = await readSituation(db, userId, context.systemId);
    const plan = planDigest({ ...preference, ...context, ...known }, context.nowAt);
    if (plan.makeDigest) await makeDigest(db, userId, context);
    if (plan.sendOut) {
      const channels = channelsOf(preference, context.hasMail);
      await sendOut(db, userId, context, channels);
    }
    return plan;
  });
}

async function readSituation(db: Database, userId: string, systemId: string) {
  const { rows } = await db.query<{
    hasNews: boolean;
    hasHeldBack: boolean;
    lastDigestAt: Date | null;
    lastSentOutAt: Date | null;
  }>(
    `SELECT EXISTS (SELECT FROM alert_event WHERE user_id = $1 AND system_id = $2
                      AND digest_id IS NULL) AS "hasNews",
            coalesce(bool_or(sent_out_at IS NULL), false) AS "hasHeldBack",
            max(at) AS "lastDigestAt", max(sent_out_at) AS "lastSentOutAt"
       FROM alert_digest WHERE user_id = $1 AND system_id = $2`,
    [userId, systemId],
  );
  return rows[0]!;
}

async function makeDigest(
  db: Database,
  userId: string,
  { systemId, nowAt }: TellingContext,
): Promise<void> {
  const { rows } = await db.query<{ id: string; facts: unknown }>(
    `SELECT id, facts FROM alert_event
      WHERE user_id = $1 AND system_id = $2 AND digest_id IS NULL ORDER BY at, id`,
    [userId, systemId],
  );
  const lines = netLines(rows.map(({ facts }) => alertLineSchema.parse(facts)));
  // The same news make the same digest.
  const digestId = idOf(['digest', userId, ...rows.map(({ id }) => id)]);
  await db.query(
    `INSERT INTO alert_digest (id, system_id, user_id, at, lines) VALUES ($1, $2, $3, $4, $5)`,
    [digestId, systemId, userId, nowAt, JSON.stringify(lines)],
  );
  await db.query(`UPDATE alert_event SET digest_id = $2 WHERE id = ANY($1::bigint[])`, [
    rows.map(({ id }) => id),
    digestId,
  ]);
}

async function sendOut(
  db: Database,
  userId: string,
  { systemId, nowAt }: TellingContext,
  channels: ReturnType<typeof channelsOf>,
): Promise<void> {
  const { rows } = await db.query<{ id: string; at: Date; lines: AlertLine[] }>(
    `UPDATE alert_digest SET sent_out_at = $3
      WHERE user_id = $1 AND system_id = $2 AND sent_out_at IS NULL
      RETURNING id, at, lines`,
    [userId, systemId, nowAt],
  );
  const digests = rows.sort((a, b) => a.at.getTime() - b.at.getTime());
  const newest = digests.at(-1);
  if (!newest) return;
  const lines = netLines(digests.flatMap((digest) => alertLineSchema.array().parse(digest.lines)));
  const sinceMs = digests[0]!.at.getTime();
  for (const channel of channels) {
    await insertDelivery(db, {
      deliveryId: idOf(['delivery', channel, newest.id]),
      ...{ systemId, userId, channel, about: newest.id, createdAt: nowAt },
      message: { kind: 'digest', sinceMs, atMs: nowAt.getTime(), lines },
    });
  }
}

/** A UUID that says nothing and is the same for the same parts (RFC 9562, version 8). */
function idOf(parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
