import { createFeedClient, type FeedClient } from '@/lib/gbfs/feedClient';
import { defaultFeedLimits, type FeedConfig } from '@/lib/gbfs/feedConfig';
import type { Clock } from '@/lib/units/clock';
import { seededRng } from '@/lib/units/rng';

/** A client of a feed in this process: patient as the real one, but its pauses take no time. */
export function testFeedClient(
  feedUrl: string,
  clock: Clock,
  more: Partial<FeedConfig> = {},
): FeedClient {
  return createFeedClient(
    { fetch, clock, rng: seededRng(1), sleep: async () => {} },
    {
      ...defaultFeedLimits,
      feedUrl,
      fallbackUrl: null,
      vehicleFeedUrl: null,
      vehicleKind: 'bike',
      districtUrls: [],
      timeLimitMs: 2_000,
      ...more,
    },
  );
}
