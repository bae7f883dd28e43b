'use server';

import { endOwnSessions } from '@/lib/auth/ownAccount';
import type { EndSessionsAnswer } from '@/lib/auth/ownActions';
import { runAction } from '@/lib/auth/runAction';
import { webDatabase } from '@/lib/db/webDatabase';

/** Signs the person who asks out of every browser, this one included. */
export async function endEverySession(): Promise<EndSessionsAnswer> {
  return runAction('account.own', 'endEverySession', async ({ user, actor }) => {
    await endOwnSessions(webDatabase().pool, user, actor);
    return { kind: 'ended' };
  });
}
