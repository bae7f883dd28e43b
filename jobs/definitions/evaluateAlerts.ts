import { z } from 'zod';
import { alertCityOf } from '@/lib/pipeline/alertCityOf';
import { evaluateAlerts as evaluate } from '@/lib/pipeline/evaluateAlerts';
import { SECOND_MS } from '@/lib/units/clock';
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
  // A snapshot is on its way to open maps when it asks: rules can wait for a second, screens cannot.
  options: { attempts: 1, backoffMs: 0, followsAfterMs: SECOND_MS },
  isEnabled: () => true,
  isDueAtStart: async () => false,
  async run({ pool, systemId, clock, env, city: loader, enqueue }) {
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
