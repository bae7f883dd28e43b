import { channelsOf } from '@/lib/alerts/alertPreference';
import type { ClaimedDelivery, DeliveryError } from '@/lib/alerts/deliveryStore';
import { mailOfMessage } from '@/lib/alerts/mailOfMessage';
import { webhookBody } from '@/lib/alerts/webhookBody';
import { chooseLocale } from '@/lib/i18n/locale';
import { translatorIn } from '@/lib/i18n/translatorIn';
import type { Mailer } from '@/lib/mail/sendMail';
import type { Simulation } from '@/lib/stations/station';
import type { Clock } from '@/lib/units/clock';
import type { WebhookCall, WebhookOutcome } from '@/lib/webhooks/postWebhook';
import type { TargetProblem, TrustedHosts } from '@/lib/webhooks/webhookTarget';
import type { DeliveryAttempt } from './deliverAlerts';

export interface AttemptDeps {
  /** null: this installation sends no mail. */
  mailer: Mailer | null;
  postWebhook(call: WebhookCall): Promise<WebhookOutcome>;
  /** Opens a webhook's sealed secret; null where it cannot be read. */
  unseal(sealed: string): string | null;
  trusted: TrustedHosts;
  publicUrl: string;
  system: { systemId: string; name: string; timezone: string; simulation: Simulation };
  clock: Clock;
}

/** One attempt to bring a message to its channel, as the person wants it now. */
export async function attemptDelivery(
  deps: AttemptDeps,
  delivery: ClaimedDelivery,
): Promise<DeliveryAttempt> {
  const channels = channelsOf(
    { ...delivery, digestEveryMin: 0, quietHours: null },
    deps.mailer !== null,
  );
  if (!channels.includes(delivery.channel)) return refused({ code: 'switchedOff', detail: '' });
  return delivery.channel === 'email' ? mail(deps, delivery) : callWebhook(deps, delivery);
}

async function mail(
  { mailer, publicUrl, system }: AttemptDeps,
  { deliveryId, message, email, locale: chosen }: ClaimedDelivery,
): Promise<DeliveryAttempt> {
  if (!mailer) return refused({ code: 'switchedOff', detail: '' });
  const locale = chooseLocale(chosen, null);
  const words = mailOfMessage(message, {
    t: translatorIn(locale, 'alerts', system.timezone),
    locale,
    publicUrl,
    systemName: system.name,
    simulation: system.simulation,
  });
  const outcome = await mailer.send({ to: email, messageId: deliveryId, ...words });
  if (outcome.kind === 'accepted') return outcome;
  const { detail } = outcome;
  if (outcome.kind === 'refused') return refused({ code: 'mailRefused', detail });
  return { kind: 'failed', error: { code: 'unreachable', detail } };
}

async function callWebhook(
  { postWebhook, unseal, trusted, publicUrl, system, clock }: AttemptDeps,
  { deliveryId, message, webhookUrl, webhookSecret }: ClaimedDelivery,
): Promise<DeliveryAttempt> {
  const secret = webhookSecret === null ? null : unseal(webhookSecret);
  if (webhookUrl === null || secret === null) return refused({ code: 'noSecret', detail: '' });
  const body = webhookBody(message, { deliveryId, publicUrl, system });
  const outcome = await postWebhook({
    ...{ url: webhookUrl, secret, deliveryId, body, trusted },
    sentAt: clock(),
  });
  switch (outcome.kind) {
    case 'accepted':
      return outcome;
    case 'answered':
      return { kind: 'failed', error: { code: 'answered', detail: String(outcome.status) } };
    case 'unreachable':
      return { kind: 'failed', error: { code: 'unreachable', detail: outcome.detail } };
    case 'refused':
      return refused({ code: REFUSALS[outcome.problem], detail: '' });
  }
}

const REFUSALS: Record<TargetProblem, DeliveryError['code']> = {
  notHttps: 'notHttps',
  privateAddress: 'privateAddress',
  notUrl: 'badUrl',
  tooLong: 'badUrl',
  credentials: 'badUrl',
};

function refused(error: DeliveryError): DeliveryAttempt {
  return { kind: 'refused', error };
}
