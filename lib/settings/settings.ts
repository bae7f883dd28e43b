import { z } from 'zod';
import { settingValuesSchema } from './settingValues';
import { MAX_OVERRIDES, overrideKey, thresholdOverrideSchema } from './thresholdOverride';
import { MAX_WINDOWS, type ThresholdWindow, thresholdWindowSchema } from './thresholdWindow';
import { windowsOverlap } from './windowAt';

/**
 * What admins decide. Stored whole with every save; the newest version is in force at the next
 * request. Ranges are enforced here and shown in the form.
 */
export const settingsSchema = settingValuesSchema
  .extend({
    /** Times of the week in which other thresholds may hold; no two of them overlap. */
    windows: z.array(thresholdWindowSchema).max(MAX_WINDOWS),
    /** Other thresholds by place and time; see thresholdsFor for which one counts. */
    overrides: z.array(thresholdOverrideSchema).max(MAX_OVERRIDES),
  })
  .refine(({ windows }) => areUnique(windows.map(({ windowId }) => windowId)), {
    message: 'two windows have the same id',
  })
  .refine(({ windows }) => windows.every((a, i) => !windows.slice(i + 1).some(overlaps(a))), {
    message: 'two windows overlap',
  })
  .refine(({ overrides }) => areUnique(overrides.map(overrideKey)), {
    message: 'two overrides are for the same place and time',
  })
  .refine(
    ({ windows, overrides }) =>
      overrides.every(
        ({ windowId }) => windowId === null || windows.some((one) => one.windowId === windowId),
      ),
    { message: 'an override is for a window that does not exist' },
  );

export type Settings = z.infer<typeof settingsSchema>;

/** In force until an admin saves the first version. */
export const defaultSettings: Settings = {
  minBikes: 3,
  targetRatio: 0.2,
  emptyBikes: 0,
  criticalShare: 0.5,
  staleAfterMin: 60,
  walkRadiusM: 300,
  coverMinBikes: 3,
  coverMinVehicles: 1,
  retentionDays: 400,
  windows: [],
  overrides: [],
};

function areUnique(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length;
}

function overlaps(a: ThresholdWindow) {
  return (b: ThresholdWindow) => windowsOverlap(a, b);
}
