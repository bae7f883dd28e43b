'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { isApiScope } from '@/lib/auth/apiScopes';
import type { WantedApiToken } from '@/lib/auth/apiTokenStore';
import { addOwnToken } from '@/lib/auth/ownAccount';
import type { AddTokenAnswer } from '@/lib/auth/ownActions';
import { judgeName, tidyName } from '@/lib/auth/personName';
import { runAction } from '@/lib/auth/runAction';
import { webDatabase } from '@/lib/db/webDatabase';

const MAX_DAYS = 366;

const wantedSchema = z.object({
  name: z.string().max(1_000).transform(tidyName),
  scopes: z.array(z.string().refine(isApiScope)).max(50),
  validDays: z.number().int().min(1).max(MAX_DAYS).nullable(),
});

/** Makes a token for programs of the person who asks. It is in this answer and nowhere else. */
export async function addToken(wanted: WantedApiToken): Promise<AddTokenAnswer> {
  return runAction('account.own', 'addToken', async ({ user, actor }) => {
    const { name, scopes, validDays } = wantedSchema.parse(wanted);
    const errors = {
      name: judgeName(name) ?? undefined,
      scopes: scopes.length === 0 ? ('scopesMissing' as const) : undefined,
    };
    if (errors.name || errors.scopes) return { kind: 'invalid', errors };
    const known = { name, scopes: [...new Set(scopes)].filter(isApiScope), validDays };
    const token = await addOwnToken(webDatabase().pool, user, known, actor);
    revalidatePath('/me');
    return { kind: 'created', token };
  });
}
