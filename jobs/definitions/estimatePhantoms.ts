import { z } from 'zod';
import { refreshPhantoms } from '@/lib/pipeline/refreshPhantoms';
import { createPhantomStore } from '@/lib/stations/phantomStore';
import { MINUTE_MS } from '@/lib/units/clock';
import { defineJob } from '../runtime/jobDefinition';

/** Bikes that never leave, estimated anew every hour from the change log. */
export const estimatePhantoms = defineJob({
  name: 'estimate-phantoms',
  queue: 'compute',
  schedule: '7 * * * *',
  payload: z.object({}),
  options: { attempts: 3, backoffMs: MINUTE_MS },
  isEnabled: () => true,
  isDueAtStart: async () => false,
  run: ({ pool, systemId, clock }) => refreshPhantoms(createPhantomStore(pool, systemId), clock),
});
