import { z } from 'zod';
import type { Database } from '@/lib/db/database';
import type { Role } from '@/lib/db/generated/enums';
import { alertLineSchema } from './alertLine';
import { DELIVERY_CHANNELS, type DeliveryChannel } from './alertPreference';

/** What a channel is to say; how it says it is decided when it is sent. */
export const alertMessageSchema = z.object({
  kind: z.enum(['digest', 'test']),
  /** The first and the last of what is in it; epoch milliseconds. */
  sinceMs: z.number(),
  atMs: z.number(),
  lines: z.array(alertLineSchema),
});
export type AlertMessage = z.infer<typeof alertMessageSchema>;

/** Why an attempt failed: the words are the page's. */
export const deliveryErrorSchema = z.object({
  code: z.enum([
    'unreachable',
    'answered',
    'mailRefused',
    'notHttps',
    'privateAddress',
    'badUrl',
    'noSecret',
    'switchedOff',
  ]),
  /** A status, a code of the network, a mail server's reply. */
  detail: z.string(),
});
export type DeliveryError = z.infer<typeof deliveryErrorSchema>;

export interface NewDelivery {
  deliveryId: string;
  systemId: string;
  userId: string;
  channel: DeliveryChannel;
  /** What it is about: one delivery a channel and matter. */
  about: string;
  message: AlertMessage;
  createdAt: Date;
}

/** Puts a message into the outbox, once. */
export async function insertDelivery(db: Database, delivery: NewDelivery): Promise<void> {
  const { deliveryId, systemId, userId, channel, about, message, createdAt } = delivery;
  await db.query(
    `INSERT INTO alert_delivery (id, system_id, user_id, channel, about, message, created_at,
                                 next_attempt_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7) ON CONFLICT (channel, about) DO NOTHING`,
    [deliveryId, systemId, userId, channel, about, message, createdAt],
  );
}

/** A message taken out for one attempt, with whom it is for as of now. */
export interface ClaimedDelivery {
  deliveryId: string;
  channel: DeliveryChannel;
  message: AlertMessage;
  /** This one included. */
  attempts: number;
  email: string;
  role: Role;
  locale: string | null;
  isEmailOn: boolean;
  webhookUrl: string | null;
  webhookSecret: string | null;
}

interface ClaimedRow extends Omit<ClaimedDelivery, 'message'> {
  message: unknown;
}

/**
 * Takes the next due message for one attempt. Nobody else gets it before the lease is over, and then
 * somebody does: whoever held it died.
 *
 * @returns null when nothing is due
 */
export async function claimDelivery(
  db: Database,
  systemId: string,
  nowAt: Date,
  leaseMs: number,
): Promise<ClaimedDelivery | null> {
  const { rows } = await db.query<ClaimedRow>(
    `WITH due AS (
       SELECT d.id FROM alert_delivery d JOIN app_user u ON u.id = d.user_id
        WHERE d.system_id = $1 AND d.state = 'waiting' AND d.next_attempt_at <= $2
          AND u.disabled_at IS NULL
        ORDER BY d.next_attempt_at, d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED
     ), claimed AS (
       UPDATE alert_delivery d SET attempts = attempts + 1, next_attempt_at = $3
         FROM due WHERE d.id = due.id RETURNING d.*
     )
     SELECT c.id AS "deliveryId", c.channel, c.message, c.attempts, u.email, u.role::text AS role,
            u.locale, coalesce(p.is_email_on, false) AS "isEmailOn",
            p.webhook_url AS "webhookUrl", p.webhook_secret AS "webhookSecret"
       FROM claimed c JOIN app_user u ON u.id = c.user_id
       LEFT JOIN alert_preference p ON p.user_id = c.user_id`,
    [systemId, nowAt, new Date(nowAt.getTime() + leaseMs)],
  );
  const row = rows[0];
  return row ? { ...row, message: alertMessageSchema.parse(row.message) } : null;
}

export async function endDelivery(
  db: Database,
  deliveryId: string,
  state: 'sent' | 'failed',
  endedAt: Date,
  error: DeliveryError | null,
): Promise<void> {
  await db.query(
    `UPDATE alert_delivery SET state = $2, ended_at = $3, error = $4
      WHERE id = $1 AND state = 'waiting'`,
    [deliveryId, state, endedAt, error],
  );
}

export async function postponeDelivery(
  db: Database,
  deliveryId: string,
  nextAttemptAt: Date,
  error: DeliveryError,
): Promise<void> {
  await db.query(
    `UPDATE alert_delivery SET next_attempt_at = $2, error = $3 WHERE id = $1 AND state = 'waiting'`,
    [deliveryId, nextAttemptAt, error],
  );
}

/** A delivery as its owner sees it. */
export const shownDeliverySchema = z.object({
  deliveryId: z.string(),
  channel: z.enum(DELIVERY_CHANNELS),
  kind: z.enum(['digest', 'test']),
  raised: z.number(),
  recovered: z.number(),
  state: z.enum(['waiting', 'sent', 'failed']),
  attempts: z.number(),
  createdAt: z.date(),
  nextAttemptAt: z.date(),
  endedAt: z.date().nullable(),
  error: deliveryErrorSchema.nullable(),
});
export type ShownDelivery = z.infer<typeof shownDeliverySchema>;

/** A person's deliveries, the newest first. */
export async function listDeliveries(
  db: Database,
  systemId: string,
  userId: string,
  limit = 20,
): Promise<ShownDelivery[]> {
  const { rows } = await db.query(
    `SELECT id AS "deliveryId", channel, message ->> 'kind' AS kind, state, attempts,
            created_at AS "createdAt", next_attempt_at AS "nextAttemptAt",
            ended_at AS "endedAt", error,
            jsonb_array_length(jsonb_path_query_array(message, '$.lines[*] ? (@.kind == "raised")'))
              AS raised,
            jsonb_array_length(
              jsonb_path_query_array(message, '$.lines[*] ? (@.kind == "recovered")')) AS recovered
       FROM alert_delivery WHERE system_id = $1 AND user_id = $2
      ORDER BY created_at DESC, id LIMIT $3`,
    [systemId, userId, limit],
  );
  return z.array(shownDeliverySchema).parse(rows);
}
