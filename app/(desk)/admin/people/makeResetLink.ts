'use server';

import { z } from 'zod';
import type { ResetLinkAnswer } from '@/lib/auth/peopleActions';
import { issueReset } from '@/lib/auth/resetPassword';
import { runAction } from '@/lib/auth/runAction';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';

/** Makes a reset link. It is in this answer and nowhere else. */
export async function makeResetLink(personId: string): Promise<ResetLinkAnswer> {
  return runAction('people.manage', 'makeResetLink', async ({ actor }) => {
    const outcome = await issueReset(webDatabase().pool, z.uuid().parse(personId), actor);
    if (outcome.kind !== 'issued') return outcome;
    const link = new URL(`/reset/${outcome.secret}`, env().PUBLIC_URL).href;
    return { kind: 'issued', link, expiresAt: outcome.expiresAt };
  });
}
