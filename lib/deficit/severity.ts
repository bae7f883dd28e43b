import type { Thresholds } from '@/lib/settings/settingValues';
import type { Severity } from './assessment';
import { ROUNDING_SLACK } from './target';

/**
 * How bad an eligible station is by the admin's thresholds. More usable bikes never make it worse;
 * a station that is owed no bikes is always `ok`.
 */
export function severityOf(
  usableBikes: number,
  targetBikes: number,
  { emptyBikes, criticalShare }: Pick<Thresholds, 'emptyBikes' | 'criticalShare'>,
): Exclude<Severity, 'unknown'> {
  if (targetBikes === 0) return 'ok';
  if (usableBikes <= emptyBikes) return 'empty';
  if (usableBikes <= criticalShare * targetBikes + ROUNDING_SLACK) return 'critical';
  return usableBikes < targetBikes ? 'low' : 'ok';
}
