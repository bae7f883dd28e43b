import path from 'node:path';
import { z } from 'zod';
import { createHistoryReader } from '@/lib/history/createHistoryReader';
import { createDayLedgerStore } from '@/lib/history/dayLedgerStore';
import { createDaySourceStore } from '@/lib/history/daySourceStore';
import { createRateStore } from '@/lib/history/rateStore';
import { refreshRatesWhenDue } from '@/lib/pipeline/refreshRates';
import { summariseDays as summarise } from '@/lib/pipeline/summariseDays';
import { readSystem } from '@/lib/stations/systemStore';
import { MINUTE_MS } from '@/lib/units/clock';
import { defineJob } from '../runtime/jobDefinition';

/**
 * The days that changed, by station, district and quarter-hour, and the rates that follow from them:
 * hourly, so that today is never older than that.
 */
export const summariseDays = defineJob({
  name: 'summarise-days',
  queue: 'compute',
  schedule: '17 * * * *',
  payload: z.object({}),
  options: { attempts: 3, backoffMs: MINUTE_MS },
  isEnabled: () => true,
  isDueAtStart: async () => true,
  async run({ env, pool, archive, systemId, clock, signal }) {
    const system = await readSystem(pool, systemId);
    if (!system) return { days: 0 };
    const timeZone = system.timezone;
    const cacheDir = path.resolve(env.DATA_DIR, 'cache');
    const result = await summarise({
      reader: createHistoryReader({ pool, store: archive, cacheDir, systemId, clock }),
      source: createDaySourceStore(pool, systemId),
      ledger: createDayLedgerStore(pool, systemId),
      timeZone,
      clock,
      signal,
    });
    const store = createRateStore(pool, systemId);
    const rates = await refreshRatesWhenDue({ store, timeZone, clock, signal });
    return { ...result, rates };
  },
});
