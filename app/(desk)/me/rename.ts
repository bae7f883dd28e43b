'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { renameSelf } from '@/lib/auth/ownAccount';
import type { RenameAnswer } from '@/lib/auth/ownActions';
import { judgeName, tidyName } from '@/lib/auth/personName';
import { runAction } from '@/lib/auth/runAction';
import { webDatabase } from '@/lib/db/webDatabase';

/** Changes how colleagues see the person who asks. */
export async function rename(name: string): Promise<RenameAnswer> {
  return runAction('account.own', 'rename', async ({ user, actor }) => {
    const tidy = tidyName(z.string().max(1_000).parse(name));
    const error = judgeName(tidy);
    if (error) return { kind: 'invalid', error };
    await renameSelf(webDatabase().pool, user, tidy, actor);
    revalidatePath('/', 'layout'); // the account button bears the name
    return { kind: 'saved' };
  });
}
