import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Pool } from 'pg';
import type { Database } from '@/lib/db/database';
import { withTransaction } from '@/lib/db/transaction';

/** How far back failures count, minutes. */
const WINDOW_MIN = 15;
/** Failures of one account within the window after which it has to wait. */
export const MAX_FAILURES_PER_ACCOUNT = 5;
/** The same for one address, behind which a whole depot may sit. */
export const MAX_FAILURES_PER_ADDRESS = 20;

/** Who tries: an e-mail as typed (whether or not an account has it) and a network address. */
export interface Attempt {
  email: string;
  address: string;
}

export type AttemptVerdict =
  | { kind: 'allowed' }
  /** Whole minutes until the next attempt can succeed, at least 1. */
  | { kind: 'tooMany'; waitMin: number };

/**
 * Counts an attempt as failed before it is judged, unless there were too many: attempts that run
 * at the same time cannot overtake the limit. A success takes its row back with forgiveAttempt.
 */
export function reserveAttempt(pool: Pool, attempt: Attempt): Promise<AttemptVerdict> {
  return reserve(pool, limitsOf(attempt));
}

/** The same for opening a secret link, of which only the address is known. */
export function reserveLinkAttempt(pool: Pool, address: string): Promise<AttemptVerdict> {
  return reserve(pool, [linkLimitOf(address)]);
}

/** After a link that was good: the address gets back this one attempt. */
export async function forgiveLinkAttempt(db: Database, address: string): Promise<void> {
  await db.query(
    'DELETE FROM sign_in_failure WHERE id = (SELECT max(id) FROM sign_in_failure WHERE subject = $1)',
    [linkLimitOf(address).subject],
  );
}

async function reserve(pool: Pool, limits: readonly Limit[]): Promise<AttemptVerdict> {
  const subjects = limits.map((limit) => limit.subject).sort();
  return withTransaction(pool, async (db) => {
    // In one order for everybody, so that two attempts cannot wait for each other.
    for (const subject of subjects) {
      await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [subject]);
    }
    await deleteOldFailures(db);
    let waitMin = 0;
    for (const limit of limits) waitMin = Math.max(waitMin, await minutesToWait(db, limit));
    if (waitMin > 0) return { kind: 'tooMany', waitMin };
    await db.query('INSERT INTO sign_in_failure (subject) SELECT unnest($1::text[])', [subjects]);
    return { kind: 'allowed' };
  });
}

async function deleteOldFailures(db: Database): Promise<void> {
  await db.query(
    `DELETE FROM sign_in_failure WHERE id IN (
       SELECT id FROM sign_in_failure WHERE at < now() - make_interval(mins => ${WINDOW_MIN})
          FOR UPDATE SKIP LOCKED)`,
  );
}

/**
 * After a success: the account starts anew, and the address gets back this one attempt (not all
 * of its failures: who owns one account could else try others for ever).
 */
export async function forgiveAttempt(db: Database, attempt: Attempt): Promise<void> {
  const [account, address] = limitsOf(attempt);
  await db.query(
    `DELETE FROM sign_in_failure
      WHERE subject = $1
         OR id = (SELECT max(id) FROM sign_in_failure WHERE subject = $2)`,
    [account.subject, address.subject],
  );
}

interface Limit {
  subject: string;
  max: number;
}

function limitsOf({ email, address }: Attempt): [account: Limit, address: Limit] {
  const digest = createHash('sha256').update(email).digest('hex');
  return [
    { subject: `account:${digest}`, max: MAX_FAILURES_PER_ACCOUNT },
    { subject: `address:${networkOf(address)}`, max: MAX_FAILURES_PER_ADDRESS },
  ];
}

function linkLimitOf(address: string): Limit {
  return { subject: `link:${networkOf(address)}`, max: MAX_FAILURES_PER_ADDRESS };
}

/** When the oldest of the last `max` failures leaves the window, there is room for one more. */
async function minutesToWait(db: Database, { subject, max }: Limit): Promise<number> {
  const { rows } = await db.query<{ wait_s: number }>(
    `SELECT extract(epoch FROM at - now())::float8 + ${WINDOW_MIN} * 60 AS wait_s
       FROM sign_in_failure
      WHERE subject = $1 AND at > now() - make_interval(mins => ${WINDOW_MIN})
      ORDER BY at DESC, id DESC OFFSET $2 LIMIT 1`,
    [subject, max - 1],
  );
  return rows[0] ? Math.max(1, Math.ceil(rows[0].wait_s / 60)) : 0;
}

/** One household or office has one IPv4 address, but a whole /64 of IPv6. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  const tailLength = tail ? tail.split(':').length : 0;
  const zeros = tail === undefined ? 0 : 8 - groups.length - tailLength;
  const all = [
    ...groups,
    ...Array<string>(Math.max(0, zeros)).fill('0'),
    ...(tail?.split(':') ?? []),
  ];
  return `${all
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
