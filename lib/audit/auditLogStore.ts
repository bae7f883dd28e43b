import type { Database } from '@/lib/db/database';
import { NOBODY } from './auditActions';
import type { AuditFilter } from './auditFilter';

export interface AuditEntry {
  /** Grows with each entry; text, since it may exceed what a number holds. */
  id: string;
  at: Date;
  actorId: string | null;
  actorName: string;
  action: string;
  subject: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  address: string | null;
}

/**
 * Entries of the audit log, newest first.
 *
 * @param timezone IANA zone of the filter's days
 * @param beforeId only entries older than this one; null: from the newest
 * @param limit entries at most
 */
export async function readAudit(
  db: Database,
  filter: AuditFilter,
  { timezone, beforeId, limit }: { timezone: string; beforeId: string | null; limit: number },
): Promise<AuditEntry[]> {
  const { who, action, from, to, q } = filter;
  const { rows } = await db.query<AuditEntry>(READ_SQL, [
    ...[timezone, beforeId, limit],
    ...[who ?? null, NOBODY, action ?? null, from ?? null, to ?? null],
    q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null,
  ]);
  return rows;
}

/** Everybody who has an entry, as last called, by name. */
export async function readAuditActors(db: Database): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.query<{ id: string; name: string }>(
    `SELECT id, name FROM (
       SELECT DISTINCT ON (actor_id) actor_id AS id, actor_name AS name
         FROM audit_entry WHERE actor_id IS NOT NULL ORDER BY actor_id, at DESC) actor
      ORDER BY name, id`,
  );
  return rows;
}

/**
 * All entries that a filter lets through, in batches, newest first: an export of years does not
 * have to fit into memory.
 */
export async function* walkAudit(
  db: Database,
  filter: AuditFilter,
  timezone: string,
  batch = 500,
): AsyncGenerator<AuditEntry[]> {
  let beforeId: string | null = null;
  for (;;) {
    const entries: AuditEntry[] = await readAudit(db, filter, { timezone, beforeId, limit: batch });
    if (entries.length > 0) yield entries;
    if (entries.length < batch) return;
    beforeId = entries.at(-1)!.id;
  }
}

const READ_SQL = `
SELECT id::text, at, actor_id AS "actorId", actor_name AS "actorName", action, subject, before,
       after, address
FROM audit_entry
WHERE ($2::bigint IS NULL OR id < $2)
  AND ($4::text IS NULL OR CASE WHEN $4 = $5::text THEN actor_id IS NULL ELSE actor_id = $4 END)
  AND ($6::text IS NULL OR action = $6)
  AND ($7::date IS NULL OR at >= $7::date::timestamp AT TIME ZONE $1)
  AND ($8::date IS NULL OR at < ($8::date + 1)::timestamp AT TIME ZONE $1)
  AND ($9::text IS NULL
    OR concat_ws(' ', subject, actor_name, address, before::text, after::text) ILIKE $9)
ORDER BY audit_entry.id DESC LIMIT $3`;
