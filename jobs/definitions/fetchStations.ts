import { z } from 'zod';
import { withSessionLock } from '@/lib/db/sessionLock';
import { LockBusyError } from '@/lib/errors/lockBusyError';
import { ingestStations } from '@/lib/pipeline/ingestStations';
import { DAY_MS, MINUTE_MS } from '@/lib/units/clock';
import { defineJob } from '../runtime/jobDefinition';

/** What the stations are, once a day; at start and on demand when unknown ones appear. */
export const fetchStations = defineJob({
  name: 'fetch-stations',
  queue: 'ingest',
  schedule: '17 3 * * *',
  payload: z.object({
    /** Stores even a feed that lost a third of its stations, once a person has looked at it. */
    acceptMassRemoval: z.boolean().default(false),
  }),
  options: { attempts: 3, backoffMs: MINUTE_MS },
  isEnabled: () => true,
  async isDueAtStart({ ingest, clock }) {
    const { stations, stationsStartedAt } = await ingest.readState();
    if (stations === 0 || !stationsStartedAt) return true;
    return clock().getTime() - stationsStartedAt.getTime() > DAY_MS;
  },
  async run(context, options) {
    const lock = `fetch-stations ${context.systemId}`;
    try {
      return await withSessionLock(context.pool, lock, async () => ({
        ...(await ingestStations(context, options)),
      }));
    } catch (error) {
      if (error instanceof LockBusyError) return { outcome: 'skipped', why: 'busy' };
      throw error;
    }
  },
});
