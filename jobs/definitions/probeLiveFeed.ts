import { z } from 'zod';
import { probeLiveFeed as probe } from '@/lib/pipeline/probeLiveFeed';
import { defineJob } from '../runtime/jobDefinition';

/** While a simulated city stands in: does the live feed answer again? */
export const probeLiveFeed = defineJob({
  name: 'probe-live-feed',
  queue: 'ingest',
  schedule: '*/5 * * * *',
  payload: z.object({}),
  options: { attempts: 1, backoffMs: 0 },
  isEnabled: ({ liveFeed }) => liveFeed !== null,
  isDueAtStart: async () => false,
  async run({ env, liveFeed, pool, systemId, log }) {
    if (!liveFeed || !env.LIVE_FEED_URL) return { answers: false };
    return probe({ liveFeed, db: pool, systemId, liveFeedUrl: env.LIVE_FEED_URL, log });
  },
});
