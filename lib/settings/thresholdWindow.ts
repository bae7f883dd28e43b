import { z } from 'zod';

export const MAX_WINDOWS = 12;
export const MAX_WINDOW_NAME_LENGTH = 40;

/**
 * A named time of the week by the city's clock, such as the morning rush. A window whose end is not
 * after its start ends on the next day; equal ends are 24 hours. The start belongs to it, the end
 * does not.
 */
export const thresholdWindowSchema = z.object({
  windowId: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1).max(MAX_WINDOW_NAME_LENGTH),
  /** Days on which it begins: 1 Monday .. 7 Sunday. */
  days: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .transform((days) => [...new Set(days)].sort((a, b) => a - b)),
  /** Minutes after local midnight, 0..1439. */
  fromMin: z.number().int().min(0).max(1439),
  toMin: z.number().int().min(0).max(1439),
});

export type ThresholdWindow = z.infer<typeof thresholdWindowSchema>;
