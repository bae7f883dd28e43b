'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { auditActor } from '@/lib/audit/auditActor';
import { permitAction } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { createLog } from '@/lib/log/log';
import { type RevertAnswer, revertSettings } from '@/lib/settings/saveSettingsForm';

const wishSchema = z.object({
  version: z.number().int().min(0),
  baseVersion: z.number().int().min(0),
  reason: z.string(),
});

/** Puts an earlier version in force again, as a new one. */
export async function revertThresholds(wish: z.input<typeof wishSchema>): Promise<RevertAnswer> {
  const { SYSTEM_ID, LOG_LEVEL } = env();
  try {
    const user = await permitAction('settings.write');
    if (!user) return { kind: 'forbidden' };
    const parsed = wishSchema.safeParse(wish);
    if (!parsed.success) return { kind: 'gone' };
    const author = await auditActor(user);
    const answer = await revertSettings(webDatabase().pool, SYSTEM_ID, author, parsed.data);
    if (answer.kind === 'saved' || answer.kind === 'stale') revalidatePath('/settings');
    return answer;
  } catch (error) {
    createLog(LOG_LEVEL, 'settings').error({ err: error }, 'settings could not be reverted');
    return { kind: 'failed' };
  }
}
