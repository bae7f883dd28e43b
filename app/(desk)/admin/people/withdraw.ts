'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { withdrawInvitation } from '@/lib/auth/invitePerson';
import type { WithdrawAnswer } from '@/lib/auth/peopleActions';
import { runAction } from '@/lib/auth/runAction';
import { webDatabase } from '@/lib/db/webDatabase';

/** Takes an invitation back. */
export async function withdraw(invitationId: string): Promise<WithdrawAnswer> {
  return runAction('people.manage', 'withdraw', async ({ actor }) => {
    const { pool } = webDatabase();
    const outcome = await withdrawInvitation(pool, z.uuid().parse(invitationId), actor);
    revalidatePath('/admin/people');
    return outcome;
  });
}
