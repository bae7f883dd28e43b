import { z } from 'zod';
import { OVERRIDABLE } from './overridable';
import { settingValuesSchema } from './settingValues';

export const MAX_OVERRIDES = 200;

/** Where and when an override holds; null is the whole city, or all times. */
export interface RuleScope {
  districtId: string | null;
  windowId: string | null;
}

const overridable = Object.fromEntries(OVERRIDABLE.map((name) => [name, true])) as Record<
  (typeof OVERRIDABLE)[number],
  true
>;

/** Other thresholds for a district (of any level), a time window, or a district in a window. */
export const thresholdOverrideSchema = z
  .object({
    districtId: z.string().min(1).max(200).nullable(),
    windowId: z.string().nullable(),
    /** Those that differ; the others come from wider rules. */
    values: settingValuesSchema.pick(overridable).partial().strict(),
  })
  .refine(({ districtId, windowId }) => districtId !== null || windowId !== null, {
    message: 'an override needs a district or a window',
  })
  .refine(({ values }) => Object.keys(values).length > 0, {
    message: 'an override changes at least one value',
  });

export type ThresholdOverride = z.infer<typeof thresholdOverrideSchema>;

/** Names an override's place and time: no two overrides of one version share it. */
export function overrideKey({ districtId, windowId }: RuleScope): string {
  return `${districtId ?? ''}@${windowId ?? ''}`;
}
