'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { webProducer } from '@/app/webProducer';
import type { DeliveryAnswer, TestAnswer } from '@/components/alerts/deliveryAnswer';
import type { RuleAnswer } from '@/components/alerts/ruleAnswer';
import { DELIVERY_CHANNELS } from '@/lib/alerts/alertPreference';
import { askForTest, saveOwnPreference } from '@/lib/alerts/deliveryChangeStore';
import { deliveryFormSchema, parseDeliveryForm } from '@/lib/alerts/deliveryForm';
import { markRead } from '@/lib/alerts/inboxStore';
import { parseRuleForm, ruleFormSchema } from '@/lib/alerts/parseRuleForm';
import { removeOwnRule, saveOwnRule } from '@/lib/alerts/ruleChangeStore';
import { auditActor } from '@/lib/audit/auditActor';
import { authSecret } from '@/lib/auth/authSecret';
import { permitAction } from '@/lib/auth/guard';
import type { CurrentUser } from '@/lib/auth/userStore';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { createLog } from '@/lib/log/log';
import { parseTrustedHosts } from '@/lib/webhooks/webhookTarget';

type Refused = { kind: 'forbidden' } | { kind: 'failed' };
type DoneAnswer = { kind: 'done' } | Refused;

const ruleIdSchema = z.uuid();

/**
 * Saves one of the person's own rules.
 *
 * @param ruleId null: a new one
 */
export async function saveRule(ruleId: string | null, form: unknown): Promise<RuleAnswer> {
  return own('a rule could not be saved', async (user) => {
    const id = ruleIdSchema.nullable().parse(ruleId);
    const parsed = parseRuleForm(ruleFormSchema.parse(form));
    if (parsed.kind === 'invalid') return parsed;
    const isAboutFeed = parsed.draft.condition.kind === 'deadFeed';
    if (isAboutFeed && user.role !== 'admin') return { kind: 'forbidden' };
    return { kind: await saveOwnRule(webDatabase().pool, await ownerOf(user), id, parsed.draft) };
  });
}

/** Removes one of the person's own rules. */
export async function removeRule(ruleId: string): Promise<DoneAnswer> {
  return own('a rule could not be removed', async (user) => {
    await removeOwnRule(webDatabase().pool, await ownerOf(user), ruleIdSchema.parse(ruleId));
    return { kind: 'done' };
  });
}

/** Saves where and when the person is told. */
export async function saveDelivery(form: unknown): Promise<DeliveryAnswer> {
  return own('delivery could not be saved', async (user) => {
    const posted = deliveryFormSchema.parse(form);
    const parsed = parseDeliveryForm(posted, parseTrustedHosts(env().WEBHOOK_TRUSTED_HOSTS));
    if (parsed.kind === 'invalid') return parsed;
    const secret = await saveOwnPreference(webDatabase().pool, {
      userId: user.id,
      actor: await auditActor(user),
      preference: parsed.preference,
      renewSecret: posted.renewSecret,
      sealingKey: authSecret(),
    });
    return { kind: 'saved', secret };
  });
}

/** Sends a test by one of the person's channels. */
export async function sendTest(channel: string): Promise<TestAnswer> {
  return own('a test could not be asked for', async (user) => {
    const { SYSTEM_ID: systemId, SMTP_URL, MAIL_FROM } = env();
    const about = {
      ...{ systemId, userId: user.id, hasMail: Boolean(SMTP_URL && MAIL_FROM) },
      channel: z.enum(DELIVERY_CHANNELS).parse(channel),
    };
    const kind = await askForTest(webDatabase().pool, about, new Date());
    // It waits in the outbox: where the queue is away, the worker's next look finds it.
    if (kind === 'queued') await webProducer().runNow('deliver-alerts').catch(noteQueueAway);
    return { kind };
  });
}

/** Marks as read what the person had in sight. */
export async function markInboxRead(upToMs: number): Promise<DoneAnswer> {
  return own('the inbox could not be marked', async (user) => {
    const upTo = new Date(z.number().int().min(0).parse(upToMs));
    await markRead(webDatabase().pool, env().SYSTEM_ID, user.id, upTo);
    return { kind: 'done' };
  });
}

/** Runs a change for whoever may have alerts; the page then shows what came of it. */
async function own<Answer>(
  otherwise: string,
  change: (user: CurrentUser) => Promise<Answer | Refused>,
): Promise<Answer | Refused> {
  try {
    const user = await permitAction('alerts.own');
    if (!user) return { kind: 'forbidden' };
    const answer = await change(user);
    revalidatePath('/alerts');
    return answer;
  } catch (error) {
    createLog(env().LOG_LEVEL, 'alerts').error({ error }, otherwise);
    return { kind: 'failed' };
  }
}

async function ownerOf(user: CurrentUser) {
  return { systemId: env().SYSTEM_ID, userId: user.id, actor: await auditActor(user) };
}

function noteQueueAway(error: unknown): void {
  createLog(env().LOG_LEVEL, 'alerts').warn({ error }, 'the queue is away: the test waits');
}
