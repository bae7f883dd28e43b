import { z } from 'zod';
import { pruneHistory as prune } from '@/lib/pipeline/pruneHistory';
import { MINUTE_MS } from '@/lib/units/clock';
import { defineJob } from '../runtime/jobDefinition';

/** The change log's coming partitions made, the expired ones dropped; at start and once a day. */
export const pruneHistory = defineJob({
  name: 'prune-history',
  queue: 'ingest',
  schedule: '33 2 * * *',
  payload: z.object({}),
  options: { attempts: 6, backoffMs: MINUTE_MS },
  isEnabled: () => true,
  isDueAtStart: async () => true,
  run: async ({ pool, clock }) => ({ ...(await prune(pool, clock)) }),
});
