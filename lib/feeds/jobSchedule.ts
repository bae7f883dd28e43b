import { CronExpressionParser } from 'cron-parser';
import { SECOND_MS } from '@/lib/units/clock';

/** The last instant at or before `at` for which a schedule asks. */
export function dueBefore(pattern: string, at: Date): Date {
  // `prev` leaves out the instant itself.
  const currentDate = new Date(at.getTime() + 1);
  return CronExpressionParser.parse(pattern, { currentDate, tz: 'UTC' }).prev().toDate();
}

/** Seconds between two runs around an instant: what a schedule's evenness is measured by. */
export function periodS(pattern: string, at: Date): number {
  const schedule = CronExpressionParser.parse(pattern, { currentDate: at, tz: 'UTC' });
  const [first, second] = [schedule.next(), schedule.next()];
  return (second.getTime() - first.getTime()) / SECOND_MS;
}
