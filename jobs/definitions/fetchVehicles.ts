import { z } from 'zod';
import { ingestVehicles } from '@/lib/pipeline/ingestVehicles';
import { createVehicleStore } from '@/lib/stations/vehicleStore';
import { defineJob } from '../runtime/jobDefinition';

/** The own fleet, every minute, where its feed is configured. */
export const fetchVehicles = defineJob({
  name: 'fetch-vehicles',
  queue: 'ingest',
  schedule: '* * * * *',
  payload: z.object({}),
  options: { attempts: 1, backoffMs: 0 },
  isEnabled: ({ env }) => env.VEHICLE_FEED_URL !== undefined,
  isDueAtStart: async () => true,
  run: async ({ feed, ingest, pool, systemId }) => ({
    ...(await ingestVehicles({ feed, ingest, vehicles: createVehicleStore(pool, systemId) })),
  }),
});
