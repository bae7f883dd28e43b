import type { Database } from '@/lib/db/database';
import { type AlertLine, alertLineSchema } from './alertLine';

export interface InboxDigest {
  digestId: string;
  at: Date;
  isRead: boolean;
  lines: AlertLine[];
}

/** A person's digests, the newest first. */
export async function listInbox(
  db: Database,
  systemId: string,
  userId: string,
  limit = 30,
): Promise<InboxDigest[]> {
  const { rows } = await db.query<Omit<InboxDigest, 'lines'> & { lines: unknown }>(
    `SELECT id AS "digestId", at, read_at IS NOT NULL AS "isRead", lines
       FROM alert_digest WHERE system_id = $1 AND user_id = $2
      ORDER BY at DESC, id LIMIT $3`,
    [systemId, userId, limit],
  );
  return rows.map((row) => ({ ...row, lines: alertLineSchema.array().parse(row.lines) }));
}

/** Digests nobody has marked as read; what the bell shows. */
export async function countUnread(db: Database, systemId: string, userId: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>({
    name: 'count-unread-alerts',
    text: `SELECT count(*)::int AS count FROM alert_digest
            WHERE user_id = $1 AND system_id = $2 AND read_at IS NULL`,
    values: [userId, systemId],
  });
  return rows[0]!.count;
}

/** Marks as read what was in sight: nothing that came since. */
export async function markRead(
  db: Database,
  systemId: string,
  userId: string,
  upTo: Date,
): Promise<void> {
  await db.query(
    `UPDATE alert_digest SET read_at = now()
      WHERE user_id = $1 AND system_id = $2 AND read_at IS NULL AND at <= $3`,
    [userId, systemId, upTo],
  );
}

/** Deletes what is older than an instant; what still waits stays. @returns rows deleted */
export async function pruneAlerts(db: Database, before: Date): Promise<number> {
  const statements = [
    'DELETE FROM alert_event WHERE at < $1 AND digest_id IS NOT NULL',
    'DELETE FROM alert_digest WHERE at < $1 AND sent_out_at IS NOT NULL',
    `DELETE FROM alert_delivery WHERE created_at < $1 AND state <> 'waiting'`,
  ];
  let deleted = 0;
  for (const statement of statements)
    deleted += (await db.query(statement, [before])).rowCount ?? 0;
  return deleted;
}
