import { z } from 'zod';
import { createMailer } from '@/lib/mail/sendMail';
import { attemptDelivery } from '@/lib/pipeline/attemptDelivery';
import { deliverAlerts as deliver } from '@/lib/pipeline/deliverAlerts';
import { readSystem } from '@/lib/stations/systemStore';
import { postWebhook } from '@/lib/webhooks/postWebhook';
import { unsealSecret } from '@/lib/webhooks/sealedSecret';
import { parseTrustedHosts } from '@/lib/webhooks/webhookTarget';
import { defineJob } from '../runtime/jobDefinition';

/** What waits in the outbox, by mail and webhook; asked for when something is put into it. */
export const deliverAlerts = defineJob({
  name: 'deliver-alerts',
  queue: 'ingest',
  schedule: '45 * * * * *',
  payload: z.object({}),
  // The outbox knows which message is due again when; the next minute looks.
  options: { attempts: 1, backoffMs: 0 },
  isEnabled: () => true,
  isDueAtStart: async () => true,
  async run({ pool, systemId, clock, env, signal }) {
    const system = await readSystem(pool, systemId);
    if (!system) return { outcome: 'skipped', why: 'noCity' };
    const { SMTP_URL, MAIL_FROM, AUTH_SECRET, WEBHOOK_TRUSTED_HOSTS, PUBLIC_URL } = env;
    const deps = {
      mailer: SMTP_URL && MAIL_FROM ? createMailer(SMTP_URL, MAIL_FROM) : null,
      postWebhook,
      unseal: (sealed: string) => (AUTH_SECRET ? unsealSecret(sealed, AUTH_SECRET) : null),
      trusted: parseTrustedHosts(WEBHOOK_TRUSTED_HOSTS),
      publicUrl: PUBLIC_URL,
      system: { systemId, ...system },
      clock,
    };
    const attempt = (delivery: Parameters<typeof attemptDelivery>[1]) =>
      attemptDelivery(deps, delivery);
    return { ...(await deliver({ pool, systemId, clock, attempt, signal })) };
  },
});
