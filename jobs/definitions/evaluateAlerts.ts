import { z } from 'zod';
import { alertCityOf } from '@/lib/pipeline/alertCityOf';
import { evaluateAlerts as evaluate } from '@/lib/pipeline/evaluateAlerts';
import { createCityLoader } from '@/lib/pipeline/loadCity';
import { defineJob } from '../runtime/jobDefinition';

/**
 * Everybody's rules look at the city, and who is due is told. Asked for after each stored snapshot;
 * by itself every minute, because a dead feed stores none and quiet hours end.
 */
export const evaluateAlerts = defineJob({
  name: 'evaluate-alerts',
  queue: 'ingest',
  schedule: '30 * * * * *',
  payload: z.object({}),
  // The next minute is the second attempt.
  options: { attempts: 1, backoffMs: 0 },
  isEnabled: () => true,
  isDueAtStart: async () => false,
  async run({ pool, systemId, clock, env, enqueue }) {
    const loader = createCityLoader(pool, systemId, clock);
    const hasMail = Boolean(env.SMTP_URL && env.MAIL_FROM);
    const readCity = async () => {
      const city = await loader.load();
      return city && alertCityOf(city.view);
    };
    const result = await evaluate({ pool, systemId, readCity, clock, hasMail });
    if (result.sentOut > 0) await enqueue('deliver-alerts');
    return { ...result };
  },
});
