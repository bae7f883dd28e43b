import type { SettingsSpan } from '@/lib/settings/settingsPastStore';
import { thresholdsInForce } from '@/lib/settings/thresholdsInForce';
import { windowsDuring } from '@/lib/settings/windowsDuring';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import type { RulesSpan } from './rulesSpan';

/**
 * The rules of a stretch of the past: another span wherever settings or time window changed.
 *
 * @param settings in force during the stretch, which may be an instant
 */
export function rulesDuring(
  settings: readonly SettingsSpan[],
  districts: readonly CityDistrict[],
  timezone: string,
): RulesSpan[] {
  return settings.flatMap(({ version: settingsVersion, savedAt, settings: own, ...span }) =>
    // An instant is in a window too.
    windowsDuring(
      own.windows,
      { fromAt: span.fromAt, toAt: Math.max(span.toAt, span.fromAt + 1) },
      timezone,
    ).map(({ fromAt, toAt, window }) => ({
      ...{ fromAt, toAt, settingsVersion, savedAt },
      rules: thresholdsInForce(own, districts, window),
    })),
  );
}
