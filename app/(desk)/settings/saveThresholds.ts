'use server';

import { revalidatePath } from 'next/cache';
import { auditActor } from '@/lib/audit/auditActor';
import { permitAction } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { createLog } from '@/lib/log/log';
import { type SaveAnswer, saveSettingsForm } from '@/lib/settings/saveSettingsForm';

/** Puts the posted thresholds in force. Answers in kinds; the form has the words. */
export async function saveThresholds(form: FormData): Promise<SaveAnswer> {
  const { SYSTEM_ID, LOG_LEVEL } = env();
  try {
    const user = await permitAction('settings.write');
    if (!user) return { kind: 'forbidden' };
    const author = await auditActor(user);
    const answer = await saveSettingsForm(webDatabase().pool, SYSTEM_ID, author, form);
    if (answer.kind === 'saved' || answer.kind === 'conflict') revalidatePath('/settings');
    return answer;
  } catch (error) {
    createLog(LOG_LEVEL, 'settings').error({ err: error }, 'settings could not be saved');
    return { kind: 'failed' };
  }
}
