import type { Pool } from 'pg';
import type { Database } from '@/lib/db/database';
import { withTransaction } from '@/lib/db/transaction';
import type { AlertRule } from './alertCondition';
import type { AlertLine } from './alertLine';
import { type Evaluation, matchesSchema, newRuleState, type RuleState } from './ruleState';
import { parseRule } from './ruleStore';

export interface RuleLook {
  /** Pure: what the rule says of what it saw before. */
  evaluate(rule: AlertRule, before: RuleState): Evaluation;
  /** A transition with what people need to know of it. */
  describe(rule: AlertRule, transition: Evaluation['transitions'][number]): AlertLine;
}

/**
 * One look of one rule, in one transaction under the rule's lock: what it saw and what is to be told
 * are stored together or not at all, however often and by however many it is done.
 *
 * @returns how many events were stored; 0 where the rule is gone or off
 */
export async function lookOnce(pool: Pool, ruleId: string, look: RuleLook): Promise<number> {
  return withTransaction(pool, async (db) => {
    const rule = await lockRule(db, ruleId);
    if (!rule) return 0;
    const before = await readState(db, ruleId);
    const { state, transitions } = look.evaluate(rule, before);
    if (state.seenAt === null || state === before) return 0;
    await writeState(db, ruleId, { ...state, seenAt: state.seenAt });
    const lines = transitions.map((transition) => look.describe(rule, transition));
    return insertEvents(db, rule, lines);
  });
}

type LockedRule = AlertRule & { systemId: string };

async function lockRule(db: Database, ruleId: string): Promise<LockedRule | null> {
  const { rows } = await db.query<Parameters<typeof parseRule>[0] & { systemId: string }>(
    `SELECT id AS "ruleId", system_id AS "systemId", user_id AS "userId", name,
            is_enabled AS "isEnabled", condition
       FROM alert_rule WHERE id = $1 AND is_enabled FOR UPDATE`,
    [ruleId],
  );
  const row = rows[0];
  return row ? { ...parseRule(row), systemId: row.systemId } : null;
}

async function readState(db: Database, ruleId: string): Promise<RuleState> {
  const { rows } = await db.query<{ seenAt: Date; matches: unknown }>(
    'SELECT seen_at AS "seenAt", matches FROM alert_rule_state WHERE rule_id = $1',
    [ruleId],
  );
  const row = rows[0];
  return row ? { seenAt: row.seenAt, matches: matchesSchema.parse(row.matches) } : newRuleState;
}

async function writeState(
  db: Database,
  ruleId: string,
  { seenAt, matches }: RuleState & { seenAt: Date },
): Promise<void> {
  await db.query(
    `INSERT INTO alert_rule_state (rule_id, seen_at, matches) VALUES ($1, $2, $3)
     ON CONFLICT (rule_id) DO UPDATE SET seen_at = excluded.seen_at, matches = excluded.matches`,
    [ruleId, seenAt, matches],
  );
}

/** All in one statement: a rule that is new may find half the city at once. */
async function insertEvents(
  db: Database,
  { ruleId, userId, systemId }: LockedRule,
  lines: readonly AlertLine[],
): Promise<number> {
  if (lines.length === 0) return 0;
  const { rowCount } = await db.query(
    `INSERT INTO alert_event (system_id, user_id, rule_id, subject_id, kind, at, facts)
     SELECT $1, $2, $3, line ->> 'subjectId', line ->> 'kind',
            to_timestamp((line ->> 'atMs')::float8 / 1000), line
       FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS t(line, place) ORDER BY place
     ON CONFLICT (rule_id, subject_id, kind, at) DO NOTHING`,
    [systemId, userId, ruleId, JSON.stringify(lines)],
  );
  return rowCount ?? 0;
}
