import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { type AuditActor, recordAudit } from '@/lib/audit/auditStore';
import { withTransaction } from '@/lib/db/transaction';
import { MINUTE_MS } from '@/lib/units/clock';
import { makeWebhookSecret, sealSecret } from '@/lib/webhooks/sealedSecret';
import { type AlertPreference, channelsOf, type DeliveryChannel } from './alertPreference';
import { insertDelivery } from './deliveryStore';
import { readPreference, savePreference } from './preferenceStore';

/** Tests somebody may ask for in so long. */
const MAX_TESTS = 5;
const TESTS_WITHIN_MS = 10 * MINUTE_MS;

export interface DeliveryChange {
  userId: string;
  actor: AuditActor;
  preference: AlertPreference;
  renewSecret: boolean;
  /** That webhook secrets are sealed with. */
  sealingKey: string;
}

/**
 * Saves where and when a person is told, and records it without any secret. Another address gets
 * another secret: whoever reads the old one cannot sign for the new.
 *
 * @returns the new signing secret, which is never shown again; null where none was made
 */
export async function saveOwnPreference(
  pool: Pool,
  { userId, actor, preference, renewSecret, sealingKey }: DeliveryChange,
): Promise<string | null> {
  return withTransaction(pool, async (db) => {
    await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('alerts:' || $1, 0))`, [userId]);
    const before = await readPreference(db, userId);
    const { webhookUrl } = preference;
    const isNewTarget = webhookUrl !== null && (renewSecret || webhookUrl !== before.webhookUrl);
    const secret = isNewTarget ? makeWebhookSecret() : null;
    const sealed = webhookUrl === null ? null : secret ? sealSecret(secret, sealingKey) : undefined;
    await savePreference(db, userId, preference, sealed);
    await recordAudit(db, {
      actor,
      action: 'alertDelivery.saved',
      subject: actor.name,
      before: described(before),
      after: { ...described(preference), ...(secret && { newSecret: true }) },
    });
    return secret;
  });
}

export type TestAsked = 'queued' | 'unavailable' | 'tooMany';

/** Puts a test message into the outbox. */
export async function askForTest(
  pool: Pool,
  about: { systemId: string; userId: string; channel: DeliveryChannel; hasMail: boolean },
  nowAt: Date,
): Promise<TestAsked> {
  const { systemId, userId, channel, hasMail } = about;
  return withTransaction(pool, async (db) => {
    await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('alerts:' || $1, 0))`, [userId]);
    const channels = channelsOf(await readPreference(db, userId), hasMail);
    if (!channels.includes(channel)) return 'unavailable';
    const { rows } = await db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM alert_delivery
        WHERE user_id = $1 AND message ->> 'kind' = 'test' AND created_at > $2`,
      [userId, new Date(nowAt.getTime() - TESTS_WITHIN_MS)],
    );
    if (rows[0]!.count >= MAX_TESTS) return 'tooMany';
    const deliveryId = randomUUID();
    const atMs = nowAt.getTime();
    await insertDelivery(db, {
      ...{ deliveryId, systemId, userId, channel, about: `test:${deliveryId}`, createdAt: nowAt },
      message: { kind: 'test', sinceMs: atMs, atMs, lines: [] },
    });
    return 'queued';
  });
}

/** A webhook's path may itself be a secret: the audit log has its host. */
function described({ webhookUrl, ...rest }: AlertPreference): Record<string, unknown> {
  return { ...rest, webhookHost: webhookUrl && new URL(webhookUrl).host };
}
