import { z } from 'zod';
import { dayWindowSchema } from './dayWindow';

export const MIN_DIGEST_EVERY_MIN = 5;
export const MAX_DIGEST_EVERY_MIN = 240;

/** Where and when a person is told. The inbox has everything, always. */
export const alertPreferenceSchema = z.object({
  /** At most one digest in so many minutes, 5..240. */
  digestEveryMin: z.number().int().min(MIN_DIGEST_EVERY_MIN).max(MAX_DIGEST_EVERY_MIN),
  /** By the city's clock; null: none. */
  quietHours: dayWindowSchema.nullable(),
  isEmailOn: z.boolean(),
  /** null: none. */
  webhookUrl: z.string().nullable(),
});
export type AlertPreference = z.infer<typeof alertPreferenceSchema>;

/** Of whoever never said anything. */
export const defaultAlertPreference: AlertPreference = {
  digestEveryMin: 10,
  quietHours: null,
  isEmailOn: false,
  webhookUrl: null,
};

/** What leaves the app. */
export const DELIVERY_CHANNELS = ['email', 'webhook'] as const;
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number];

/**
 * The channels that are to be used for a person.
 *
 * @param hasMail whether this installation can send mail
 */
export function channelsOf(
  { isEmailOn, webhookUrl }: AlertPreference,
  hasMail: boolean,
): DeliveryChannel[] {
  return [
    ...(isEmailOn && hasMail ? (['email'] as const) : []),
    ...(webhookUrl !== null ? (['webhook'] as const) : []),
  ];
}
