import type { Database } from '@/lib/db/database';
import type { FeedClient } from '@/lib/gbfs/feedClient';
import type { Log } from '@/lib/log/log';

export interface ProbeDeps {
  /** A client of the live feed, not of the simulated city that stands in for it. */
  liveFeed: Pick<FeedClient, 'fetchStatus'>;
  db: Database;
  systemId: string;
  liveFeedUrl: string;
  log: Log;
}

/**
 * While a simulated city stands in for the live feed: does the live feed answer again? Seen on
 * every page and, when it is news, in the log, which the launcher shows with how to switch.
 */
export async function probeLiveFeed(deps: ProbeDeps): Promise<{ answers: boolean }> {
  const { report } = await deps.liveFeed.fetchStatus(new Map());
  const answers = report.outcome === 'fetched' || report.outcome === 'unchanged';
  if (!answers) return { answers };
  const { rows } = await deps.db.query<{ seenBefore: boolean }>(SEEN_SQL, [
    deps.systemId,
    report.startedAt,
  ]);
  if (!rows[0]?.seenBefore)
    deps.log.warn({ liveFeedUrl: deps.liveFeedUrl }, 'live feed answers again');
  return { answers };
}

const SEEN_SQL = `
WITH before AS (SELECT live_feed_seen_at FROM feed_state WHERE system_id = $1)
INSERT INTO feed_state AS f (system_id, live_feed_seen_at) VALUES ($1, $2)
ON CONFLICT (system_id) DO UPDATE SET live_feed_seen_at = excluded.live_feed_seen_at
RETURNING EXISTS (
  SELECT FROM before WHERE live_feed_seen_at > $2::timestamptz - interval '15 minutes'
) AS "seenBefore"`;
