import { webDatabase } from '@/lib/db/webDatabase';
import { requestOrigin } from './requestOrigin';
import { judgeLink, type LinkVerdict } from './secretLink';

/** Looks up the link of the page being answered. */
export async function openLink<Link>(
  find: (pool: ReturnType<typeof webDatabase>['pool']) => Promise<Link | null>,
): Promise<LinkVerdict<Link>> {
  const { pool } = webDatabase();
  const { address } = await requestOrigin();
  return judgeLink(pool, address ?? 'unknown', () => find(pool));
}
