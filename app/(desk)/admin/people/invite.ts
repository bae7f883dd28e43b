'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { invitePerson, type WantedInvitation } from '@/lib/auth/invitePerson';
import type { InviteAnswer } from '@/lib/auth/peopleActions';
import { runAction } from '@/lib/auth/runAction';
import { Role } from '@/lib/db/generated/enums';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';

const formSchema = z.object({
  email: z.string().max(1_000),
  role: z.enum(Role),
  isSureOfLookalike: z.boolean(),
});

/** Invites somebody. The link is in this answer and nowhere else. */
export async function invite(wanted: WantedInvitation): Promise<InviteAnswer> {
  return runAction('people.manage', 'invite', async ({ actor }) => {
    const outcome = await invitePerson(webDatabase().pool, formSchema.parse(wanted), actor);
    if (outcome.kind !== 'invited') return outcome;
    revalidatePath('/admin/people');
    const { email, secret, expiresAt } = outcome;
    const link = new URL(`/invite/${secret}`, env().PUBLIC_URL).href;
    return { kind: 'invited', email, link, expiresAt };
  });
}
