import type { Database } from '@/lib/db/database';
import { type AlertPreference, defaultAlertPreference } from './alertPreference';

interface PreferenceRow {
  digestEveryMin: number;
  quietFromMin: number | null;
  quietToMin: number | null;
  isEmailOn: boolean;
  webhookUrl: string | null;
}

/** Where and when somebody wants to be told. */
export async function readPreference(db: Database, userId: string): Promise<AlertPreference> {
  const { rows } = await db.query<PreferenceRow>(
    `SELECT digest_every_min AS "digestEveryMin", quiet_from_min AS "quietFromMin",
            quiet_to_min AS "quietToMin", is_email_on AS "isEmailOn", webhook_url AS "webhookUrl"
       FROM alert_preference WHERE user_id = $1`,
    [userId],
  );
  const row = rows[0];
  if (!row) return defaultAlertPreference;
  const { quietFromMin: fromMin, quietToMin: toMin, ...rest } = row;
  const quietHours = fromMin === null || toMin === null ? null : { fromMin, toMin };
  return { ...rest, quietHours };
}

/**
 * @param sealedSecret of the webhook, see sealSecret; undefined keeps the one there is
 */
export async function savePreference(
  db: Database,
  userId: string,
  { digestEveryMin, quietHours, isEmailOn, webhookUrl }: AlertPreference,
  sealedSecret: string | null | undefined,
): Promise<void> {
  await db.query(
    `INSERT INTO alert_preference AS p (user_id, digest_every_min, quiet_from_min, quiet_to_min,
                                        is_email_on, webhook_url, webhook_secret)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (user_id) DO UPDATE SET
       digest_every_min = excluded.digest_every_min, quiet_from_min = excluded.quiet_from_min,
       quiet_to_min = excluded.quiet_to_min, is_email_on = excluded.is_email_on,
       webhook_url = excluded.webhook_url,
       webhook_secret = CASE WHEN $8 THEN excluded.webhook_secret ELSE p.webhook_secret END`,
    [
      userId,
      digestEveryMin,
      quietHours?.fromMin ?? null,
      quietHours?.toMin ?? null,
      isEmailOn,
      webhookUrl,
      sealedSecret ?? null,
      sealedSecret !== undefined,
    ],
  );
}
