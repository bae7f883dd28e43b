import { auditActor } from '@/lib/audit/auditActor';
import type { AuditActor } from '@/lib/audit/auditStore';
import { env } from '@/lib/env/env';
import { createLog } from '@/lib/log/log';
import { permitAction } from './guard';
import type { Permission } from './permissions';
import type { CurrentUser } from './userStore';

export type ActionRefusal = { kind: 'forbidden' } | { kind: 'failed' };

/** Who runs an action: for the rooms, and for the audit log. */
export interface ActionRunner {
  user: CurrentUser;
  actor: AuditActor & { id: string };
}

/**
 * Runs a server action for somebody who may. Answers in kinds, whatever happens; the page has the
 * words, and the log has the error.
 *
 * @param name of the action, for the log
 */
export async function runAction<Answer>(
  permission: Permission,
  name: string,
  work: (runner: ActionRunner) => Promise<Answer>,
): Promise<Answer | ActionRefusal> {
  try {
    const user = await permitAction(permission);
    if (!user) return { kind: 'forbidden' };
    const actor = { ...(await auditActor(user)), id: user.id };
    return await work({ user, actor });
  } catch (error) {
    createLog(env().LOG_LEVEL, 'action').error({ err: error, action: name }, 'an action failed');
    return { kind: 'failed' };
  }
}
