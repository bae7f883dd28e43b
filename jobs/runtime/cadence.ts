import type { Env } from '@/lib/env/env';
import { MINUTE_MS, SECOND_MS } from '@/lib/units/clock';

/** Milliseconds between two fetches of availability: a minute, unless the environment says less. */
export function cadenceMs(env: Pick<Env, 'AVAILABILITY_EVERY_S'>): number {
  return env.AVAILABILITY_EVERY_S * SECOND_MS;
}

/** That cadence as a schedule: cron with seconds, in step with the minute. */
export function cadencePattern(env: Pick<Env, 'AVAILABILITY_EVERY_S'>): string {
  return cadenceMs(env) === MINUTE_MS ? '* * * * *' : `*/${env.AVAILABILITY_EVERY_S} * * * * *`;
}
