import type { Pool } from 'pg';
import { pauseBeforeRetryMs } from '@/lib/alerts/deliveryBackoff';
import {
  type ClaimedDelivery,
  claimDelivery,
  type DeliveryError,
  endDelivery,
  postponeDelivery,
} from '@/lib/alerts/deliveryStore';
import { type Clock, MINUTE_MS } from '@/lib/units/clock';

/** What became of one attempt. */
export type DeliveryAttempt =
  | { kind: 'accepted' }
  /** Worth another try. */
  | { kind: 'failed'; error: DeliveryError }
  /** Not worth one. */
  | { kind: 'refused'; error: DeliveryError };

export interface DeliverAlertsDeps {
  pool: Pool;
  systemId: string;
  clock: Clock;
  /** Never throws for what a receiver does. */
  attempt(delivery: ClaimedDelivery): Promise<DeliveryAttempt>;
  /** Aborted when the process is to end. */
  signal: AbortSignal;
}

export interface DeliveredAlerts {
  sent: number;
  postponed: number;
  failed: number;
}

/** Longer than any attempt takes. */
const LEASE_MS = 2 * MINUTE_MS;

/**
 * Works through the outbox. A message is taken out for one attempt, under a lease: when the process
 * dies in between, somebody tries again with the same delivery id, by which a receiver knows a
 * message that comes twice.
 */
export async function deliverAlerts(deps: DeliverAlertsDeps): Promise<DeliveredAlerts> {
  const { pool, systemId, clock, signal } = deps;
  const done = { sent: 0, postponed: 0, failed: 0 };
  while (!signal.aborted) {
    const delivery = await claimDelivery(pool, systemId, clock(), LEASE_MS);
    if (!delivery) break;
    done[await settle(deps, delivery, await deps.attempt(delivery))] += 1;
  }
  return done;
}

async function settle(
  { pool, clock }: DeliverAlertsDeps,
  { deliveryId, attempts }: ClaimedDelivery,
  attempt: DeliveryAttempt,
): Promise<keyof DeliveredAlerts> {
  const nowAt = clock();
  if (attempt.kind === 'accepted') {
    await endDelivery(pool, deliveryId, 'sent', nowAt, null);
    return 'sent';
  }
  const pauseMs = attempt.kind === 'failed' ? pauseBeforeRetryMs(attempts) : null;
  if (pauseMs === null) {
    await endDelivery(pool, deliveryId, 'failed', nowAt, attempt.error);
    return 'failed';
  }
  const nextAttemptAt = new Date(nowAt.getTime() + pauseMs);
  await postponeDelivery(pool, deliveryId, nextAttemptAt, attempt.error);
  return 'postponed';
}
