import { randomUUID } from 'node:crypto';
import type { Database } from '@/lib/db/database';
import type { Role } from '@/lib/db/generated/enums';
import { hashSecret, makeSecret } from './secretHash';
import { INVITATION_DAYS } from './secretLink';

/** Who is invited, and as what. */
export interface Invitation {
  email: string;
  role: Role;
}

/** An open invitation as admins see it: the link itself is not kept. */
export interface InvitationRow extends Invitation {
  id: string;
  invitedBy: string;
  createdAt: Date;
  /** May lie in the past: then only a new link helps. */
  expiresAt: Date;
}

/** Invites, or invites again: then the link before opens nothing any more. */
export async function saveInvitation(
  db: Database,
  { email, role }: Invitation,
  invitedById: string,
): Promise<{ secret: string; expiresAt: Date }> {
  const secret = makeSecret();
  const { rows } = await db.query<{ expiresAt: Date }>(
    `INSERT INTO invitation (id, email, role, token_sha256, invited_by_id, expires_at)
     VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => ${INVITATION_DAYS}))
     ON CONFLICT (email) DO UPDATE SET
       role = excluded.role, token_sha256 = excluded.token_sha256,
       invited_by_id = excluded.invited_by_id, created_at = now(), expires_at = excluded.expires_at
     RETURNING expires_at AS "expiresAt"`,
    [randomUUID(), email, role, hashSecret(secret), invitedById],
  );
  return { secret, expiresAt: rows[0]!.expiresAt };
}

/** Whom a link invites; null where it opens nothing. */
export async function findInvitation(db: Database, secret: string): Promise<Invitation | null> {
  const { rows } = await db.query<Invitation>(
    `SELECT email, role::text AS role FROM invitation
      WHERE token_sha256 = $1 AND expires_at > now()`,
    [hashSecret(secret)],
  );
  return rows[0] ?? null;
}

/** Uses a link up: of two who try at once, one gets it. */
export async function takeInvitation(db: Database, secret: string): Promise<Invitation | null> {
  const { rows } = await db.query<Invitation>(
    `DELETE FROM invitation WHERE token_sha256 = $1 AND expires_at > now()
     RETURNING email, role::text AS role`,
    [hashSecret(secret)],
  );
  return rows[0] ?? null;
}

/** Every invitation that nobody has accepted, the newest first. */
export async function listInvitations(db: Database): Promise<InvitationRow[]> {
  const { rows } = await db.query<InvitationRow>(
    `SELECT i.id, i.email, i.role::text AS role, u.name AS "invitedBy",
            i.created_at AS "createdAt", i.expires_at AS "expiresAt"
       FROM invitation i JOIN app_user u ON u.id = i.invited_by_id
      ORDER BY i.created_at DESC, i.id`,
  );
  return rows;
}

/** Takes an invitation back. @returns whom it was for; null where there is none */
export async function deleteInvitation(db: Database, id: string): Promise<Invitation | null> {
  const { rows } = await db.query<Invitation>(
    'DELETE FROM invitation WHERE id = $1 RETURNING email, role::text AS role',
    [id],
  );
  return rows[0] ?? null;
}
