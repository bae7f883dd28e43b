'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { revokeOwnToken } from '@/lib/auth/ownAccount';
import type { RevokeTokenAnswer } from '@/lib/auth/ownActions';
import { runAction } from '@/lib/auth/runAction';
import { webDatabase } from '@/lib/db/webDatabase';

/** Ends a token of the person who asks. */
export async function revokeToken(tokenId: string): Promise<RevokeTokenAnswer> {
  return runAction('account.own', 'revokeToken', async ({ user, actor }) => {
    const { pool } = webDatabase();
    const id = z.string().max(100).parse(tokenId);
    const isRevoked = await revokeOwnToken(pool, user, id, actor);
    revalidatePath('/me');
    return { kind: isRevoked ? 'revoked' : 'gone' };
  });
}
