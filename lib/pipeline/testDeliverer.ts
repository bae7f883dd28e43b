import { openDatabase } from '@/lib/db/database';
import { createMailer } from '@/lib/mail/sendMail';
import { postWebhook } from '@/lib/webhooks/postWebhook';
import { unsealSecret } from '@/lib/webhooks/sealedSecret';
import { attemptDelivery } from './attemptDelivery';
import { deliverAlerts } from './deliverAlerts';

/**
 * A process for tests that works through the outbox until it is killed:
 * `testDeliverer.ts DATABASE_URL SYSTEM_ID SMTP_URL TRUSTED_HOST KEY`.
 */
const [url = '', systemId = '', smtpUrl = '', host = '', key = ''] = process.argv.slice(2);
const { pool } = openDatabase(url, { onIdleError: () => {} });
const deps = {
  mailer: createMailer(smtpUrl, 'limelight@example.org'),
  postWebhook,
  unseal: (sealed: string) => unsealSecret(sealed, key),
  trusted: [host],
  publicUrl: 'https://limelight.example',
  system: { systemId, name: 'Paris', timezone: 'Europe/Paris', simulation: null },
  clock: () => new Date(),
};
await deliverAlerts({
  ...{ pool, systemId, clock: deps.clock, signal: new AbortController().signal },
  attempt: (delivery) => attemptDelivery(deps, delivery),
});
process.exit(0);
