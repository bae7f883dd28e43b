import type { Pool } from 'pg';
import type { AlertCity } from '@/lib/alerts/alertCity';
import { describeTransition } from '@/lib/alerts/describeTransition';
import { listPeopleToTell, tellPerson } from '@/lib/alerts/digestStore';
import { evaluateRule } from '@/lib/alerts/evaluateRule';
import { lookOnce } from '@/lib/alerts/evaluationStore';
import { listActiveRuleIds } from '@/lib/alerts/ruleStore';
import type { Clock } from '@/lib/units/clock';

export interface EvaluateAlertsDeps {
  pool: Pool;
  systemId: string;
  /** The judged city as it stands; null while no job has ever run for it. */
  readCity(): Promise<AlertCity | null>;
  clock: Clock;
  /** Whether this installation can send mail. */
  hasMail: boolean;
}

export interface EvaluatedAlerts {
  rules: number;
  /** Things that began or ended. */
  events: number;
  digests: number;
  /** People to whom something leaves the app. */
  sentOut: number;
}

/**
 * Every rule looks at the city as it stands; then everybody is told as far as it is time. Idempotent:
 * a second run on the same data finds nothing, one after a kill goes on where the first ended.
 */
export async function evaluateAlerts(deps: EvaluateAlertsDeps): Promise<EvaluatedAlerts> {
  const { pool, systemId, clock, hasMail } = deps;
  const done = { rules: 0, events: 0, digests: 0, sentOut: 0 };
  const ruleIds = await listActiveRuleIds(pool, systemId);
  const city = ruleIds.length > 0 ? await deps.readCity() : null;
  if (city) {
    done.rules = ruleIds.length;
    done.events = await lookWithAll(pool, ruleIds, city, clock());
  }
  const people = await listPeopleToTell(pool, systemId);
  if (people.length === 0) return done;
  // Quiet hours end by the city's clock also where no rule is left.
  const { timezone } = city ?? (await deps.readCity()) ?? { timezone: 'Etc/UTC' };
  for (const userId of people) {
    const told = await tellPerson(pool, userId, { systemId, timezone, nowAt: clock(), hasMail });
    done.digests += Number(told.makeDigest);
    done.sentOut += Number(told.sendOut);
  }
  return done;
}

async function lookWithAll(
  pool: Pool,
  ruleIds: readonly string[],
  city: AlertCity,
  nowAt: Date,
): Promise<number> {
  const stationById = new Map(city.stations.map((station) => [station.stationId, station]));
  let events = 0;
  for (const ruleId of ruleIds)
    events += await lookOnce(pool, ruleId, {
      evaluate: ({ condition }, before) => evaluateRule(condition, city, before, nowAt),
      describe: (rule, transition) => describeTransition(rule, transition, stationById),
    });
  return events;
}
