import { z } from 'zod';
import { ingestDistricts } from '@/lib/pipeline/ingestDistricts';
import { MINUTE_MS } from '@/lib/units/clock';
import { districtUrls } from '../runtime/feedClients';
import { defineJob } from '../runtime/jobDefinition';

/** The city's districts, once a day; at start when there are none. */
export const fetchDistricts = defineJob({
  name: 'fetch-districts',
  queue: 'ingest',
  schedule: '42 3 * * *',
  payload: z.object({}),
  options: { attempts: 3, backoffMs: MINUTE_MS },
  isEnabled: ({ env }) => districtUrls(env).length > 0,
  isDueAtStart: async ({ districts }) => !(await districts.hasDistricts()),
  run: async (context) => ({ ...(await ingestDistricts(context)) }),
});
