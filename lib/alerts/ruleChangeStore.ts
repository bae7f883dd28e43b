import type { Pool } from 'pg';
import { type AuditActor, recordAudit } from '@/lib/audit/auditStore';
import { withTransaction } from '@/lib/db/transaction';
import { MAX_RULES, type RuleDraft } from './alertCondition';
import { countOwnRules, deleteRule, findOwnRule, insertRule, updateRule } from './ruleStore';

export interface RuleOwner {
  systemId: string;
  userId: string;
  actor: AuditActor;
}

export type RuleSaved = 'saved' | 'tooMany' | 'gone';

/**
 * Adds or changes one of a person's rules, and records it.
 *
 * @param ruleId null: a new one
 */
export async function saveOwnRule(
  pool: Pool,
  { systemId, userId, actor }: RuleOwner,
  ruleId: string | null,
  draft: RuleDraft,
): Promise<RuleSaved> {
  return withTransaction(pool, async (db) => {
    await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('rules:' || $1, 0))`, [userId]);
    const before = ruleId === null ? null : await findOwnRule(db, systemId, userId, ruleId);
    if (before) await updateRule(db, before.ruleId, draft);
    else if (ruleId !== null) return 'gone';
    else if ((await countOwnRules(db, systemId, userId)) >= MAX_RULES) return 'tooMany';
    else await insertRule(db, systemId, userId, draft);
    await recordAudit(db, {
      actor,
      action: 'alertRule.saved',
      subject: draft.name,
      before: before && draftOf(before),
      after: { ...draft },
    });
    return 'saved';
  });
}

/** Removes one of a person's rules, and records it. Nothing where it is gone already. */
export async function removeOwnRule(
  pool: Pool,
  { systemId, userId, actor }: RuleOwner,
  ruleId: string,
): Promise<void> {
  await withTransaction(pool, async (db) => {
    const before = await findOwnRule(db, systemId, userId, ruleId);
    if (!before) return;
    await deleteRule(db, ruleId);
    await recordAudit(db, {
      actor,
      action: 'alertRule.removed',
      subject: before.name,
      before: draftOf(before),
    });
  });
}

function draftOf({ name, isEnabled, condition }: RuleDraft): Record<string, unknown> {
  return { name, isEnabled, condition };
}
