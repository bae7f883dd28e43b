import { z } from 'zod';
import { cadenceMs, cadencePattern } from '../runtime/cadence';
import { defineJob } from '../runtime/jobDefinition';

/** The status of all stations, every minute on the minute. */
export const fetchAvailability = defineJob({
  name: 'fetch-availability',
  queue: 'ingest',
  schedule: cadencePattern,
  payload: z.object({
    /** Asks the feed even while its back-off lasts. */
    force: z.boolean().default(false),
  }),
  payloadNow: { force: true },
  // The next minute is the second attempt; within the minute the client retries by itself.
  options: { attempts: 1, backoffMs: 0 },
  isEnabled: () => true,
  async isDueAtStart({ ingest, clock, env }) {
    const { statusStartedAt } = await ingest.readState();
    return !statusStartedAt || clock().getTime() - statusStartedAt.getTime() > cadenceMs(env);
  },
  async run(context, { force }) {
    const result = await context.ingestAvailability({ force, unlessStartedSince: null });
    if ('needsStations' in result && result.needsStations) await context.enqueue('fetch-stations');
    if (result.outcome === 'stored') await context.enqueue('evaluate-alerts');
    return result;
  },
});
