import type { Pool } from 'pg';
import { forgiveLinkAttempt, reserveLinkAttempt } from './attemptStore';

/** How long an invitation may be accepted, days. */
export const INVITATION_DAYS = 7;
/** How long a reset may be used, minutes. */
export const RESET_MIN = 60;

export type LinkVerdict<Link> =
  | { kind: 'good'; link: Link }
  /** Unknown, used, withdrawn, replaced or over: never said which. */
  | { kind: 'dead' }
  | { kind: 'tooMany'; waitMin: number };

/**
 * Looks a secret link up for somebody unknown. Links that are none count against the address, so
 * that nobody tries them out by the thousand.
 *
 * @param address network address of who asks
 * @param find gives the link, or null where it opens nothing
 */
export async function judgeLink<Link>(
  pool: Pool,
  address: string,
  find: () => Promise<Link | null>,
): Promise<LinkVerdict<Link>> {
  const verdict = await reserveLinkAttempt(pool, address);
  if (verdict.kind === 'tooMany') return verdict;
  const link = await find();
  if (!link) return { kind: 'dead' };
  await forgiveLinkAttempt(pool, address);
  return { kind: 'good', link };
}
