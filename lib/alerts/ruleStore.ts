import { randomUUID } from 'node:crypto';
import type { Database } from '@/lib/db/database';
import { type AlertRule, alertConditionSchema, type RuleDraft } from './alertCondition';

/** A rule as its owner sees it. */
export interface OwnRule extends AlertRule {
  /** Stations, or the feed, that it has told of and that have not recovered. */
  openCount: number;
}

interface RuleRow {
  ruleId: string;
  userId: string;
  name: string;
  isEnabled: boolean;
  condition: unknown;
}

const COLUMNS = `r.id AS "ruleId", r.user_id AS "userId", r.name, r.is_enabled AS "isEnabled",
  r.condition`;

/** A person's rules, by name. */
export async function listOwnRules(
  db: Database,
  systemId: string,
  userId: string,
): Promise<OwnRule[]> {
  const { rows } = await db.query<RuleRow & { openCount: number }>(
    `SELECT ${COLUMNS},
            (SELECT count(*)::int FROM jsonb_each(coalesce(s.matches, '{}')) AS m(subject, match)
              WHERE match -> 'raisedMs' <> 'null') AS "openCount"
       FROM alert_rule r LEFT JOIN alert_rule_state s ON s.rule_id = r.id
      WHERE r.system_id = $1 AND r.user_id = $2
      ORDER BY lower(r.name), r.id`,
    [systemId, userId],
  );
  return rows.map(({ openCount, ...row }) => ({ ...parseRule(row), openCount }));
}

/** The rules that are looked at: switched on, of people who may sign in; about the feed, of admins. */
export async function listActiveRuleIds(db: Database, systemId: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT r.id FROM alert_rule r JOIN app_user u ON u.id = r.user_id
      WHERE r.system_id = $1 AND r.is_enabled AND u.disabled_at IS NULL
        AND (r.condition ->> 'kind' <> 'deadFeed' OR u.role = 'admin')
      ORDER BY r.id`,
    [systemId],
  );
  return rows.map(({ id }) => id);
}

/** @returns null where the person has no such rule */
export async function findOwnRule(
  db: Database,
  systemId: string,
  userId: string,
  ruleId: string,
): Promise<AlertRule | null> {
  const { rows } = await db.query<RuleRow>(
    `SELECT ${COLUMNS} FROM alert_rule r
      WHERE r.system_id = $1 AND r.user_id = $2 AND r.id = $3 FOR UPDATE`,
    [systemId, userId, ruleId],
  );
  return rows[0] ? parseRule(rows[0]) : null;
}

/** Adds a rule. @returns its id */
export async function insertRule(
  db: Database,
  systemId: string,
  userId: string,
  { name, isEnabled, condition }: RuleDraft,
): Promise<string> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO alert_rule (id, system_id, user_id, name, is_enabled, condition)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, systemId, userId, name, isEnabled, condition],
  );
  return id;
}

/**
 * Changes a rule. One that looks for something else, or was switched on or off, begins anew: what it
 * had told of is forgotten.
 */
export async function updateRule(db: Database, ruleId: string, draft: RuleDraft): Promise<void> {
  const { name, isEnabled, condition } = draft;
  await db.query(
    `DELETE FROM alert_rule_state s USING alert_rule r
      WHERE r.id = $1 AND s.rule_id = r.id
        AND (r.condition <> $2::jsonb OR r.is_enabled <> $3)`,
    [ruleId, JSON.stringify(condition), isEnabled],
  );
  await db.query(
    `UPDATE alert_rule SET name = $2, is_enabled = $3, condition = $4, updated_at = now()
      WHERE id = $1`,
    [ruleId, name, isEnabled, condition],
  );
}

export async function deleteRule(db: Database, ruleId: string): Promise<void> {
  await db.query('DELETE FROM alert_rule WHERE id = $1', [ruleId]);
}

export async function countOwnRules(
  db: Database,
  systemId: string,
  userId: string,
): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM alert_rule WHERE system_id = $1 AND user_id = $2',
    [systemId, userId],
  );
  return rows[0]!.count;
}

export function parseRule(row: RuleRow): AlertRule {
  return { ...row, condition: alertConditionSchema.parse(row.condition) };
}
