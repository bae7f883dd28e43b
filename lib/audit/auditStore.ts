import type { Database } from '@/lib/db/database';
import type { AuditAction } from './auditActions';

/** Who does something, as a request or a command knows them. */
export interface AuditActor {
  /** null: nobody signed in (the launcher, a command). */
  id: string | null;
  name: string;
  /** Network address; null where there is none. */
  address: string | null;
}

export interface AuditRecord {
  actor: AuditActor;
  action: AuditAction;
  /** What it was done to: an email, a job's name, "settings". Never a secret. */
  subject: string;
  /** The changed parts only, as they were and as they are; never a secret. */
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
}

/**
 * Records a change. Call it in the transaction of the change itself, so that neither exists without
 * the other.
 */
export async function recordAudit(db: Database, record: AuditRecord): Promise<void> {
  const { actor, action, subject, before = null, after = null } = record;
  await db.query(
    `INSERT INTO audit_entry (actor_id, actor_name, action, subject, before, after, address)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [actor.id, actor.name, action, subject, before, after, actor.address],
  );
}
