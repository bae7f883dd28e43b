'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { endOwnSession } from '@/lib/auth/ownAccount';
import type { EndSessionAnswer } from '@/lib/auth/ownActions';
import { runAction } from '@/lib/auth/runAction';
import { webDatabase } from '@/lib/db/webDatabase';

/** Ends one session of the person who asks. */
export async function endSession(sessionId: string): Promise<EndSessionAnswer> {
  return runAction('account.own', 'endSession', async ({ user, actor }) => {
    const { pool } = webDatabase();
    const isEnded = await endOwnSession(pool, user, z.uuid().parse(sessionId), actor);
    revalidatePath('/me');
    return { kind: isEnded ? 'ended' : 'gone' };
  });
}
