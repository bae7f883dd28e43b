import { z } from 'zod';
import { createInsightDayStore } from '@/lib/insights/insightDayStore';
import { packInsightDays } from '@/lib/pipeline/packInsightDays';
import { MINUTE_MS } from '@/lib/units/clock';
import { defineJob } from '../runtime/jobDefinition';

/** Days that were summarised anew, in the form in which the insights read a year of them at once. */
export const packInsights = defineJob({
  name: 'pack-insights',
  queue: 'compute',
  schedule: '23 * * * *',
  payload: z.object({}),
  options: { attempts: 3, backoffMs: MINUTE_MS },
  isEnabled: () => true,
  isDueAtStart: async ({ pool, systemId }) =>
    (await createInsightDayStore(pool, systemId).readDueDates()).length > 0,
  run: ({ pool, systemId }) => packInsightDays(createInsightDayStore(pool, systemId)),
});
