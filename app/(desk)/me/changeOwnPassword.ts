'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { changePassword } from '@/lib/auth/changePassword';
import { currentSession } from '@/lib/auth/guard';
import type { ChangePasswordAnswer } from '@/lib/auth/ownActions';
import { runAction } from '@/lib/auth/runAction';
import { webDatabase } from '@/lib/db/webDatabase';

const formSchema = z.object({ current: z.string().max(10_000), next: z.string().max(10_000) });

/** Changes the password of the person who asks. */
export async function changeOwnPassword(form: {
  current: string;
  next: string;
}): Promise<ChangePasswordAnswer> {
  return runAction('account.own', 'changeOwnPassword', async ({ actor }) => {
    const session = await currentSession();
    if (!session) return { kind: 'forbidden' };
    const outcome = await changePassword(
      webDatabase().pool,
      session,
      formSchema.parse(form),
      actor,
    );
    if (outcome.kind === 'changed') revalidatePath('/me');
    return outcome;
  });
}
