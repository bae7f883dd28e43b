import { env } from '@/lib/env/env';
import { createLog } from '@/lib/log/log';
import { isOwnAction } from './guard';
import { requestOrigin } from './requestOrigin';

/**
 * Runs a server action that needs no session, because what is posted is the proof. Answers in
 * kinds, whatever happens; the page has the words, and the log has the error.
 *
 * @param name of the action, for the log
 * @param work is given the network address of who asks
 */
export async function runPublicAction<Answer>(
  name: string,
  work: (address: string) => Promise<Answer>,
): Promise<Answer | { kind: 'failed' }> {
  try {
    if (!(await isOwnAction())) return { kind: 'failed' };
    const { address } = await requestOrigin();
    return await work(address ?? 'unknown');
  } catch (error) {
    createLog(env().LOG_LEVEL, 'action').error({ err: error, action: name }, 'an action failed');
    return { kind: 'failed' };
  }
}
