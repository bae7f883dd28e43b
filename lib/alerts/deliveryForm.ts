import { z } from 'zod';
import { type TargetProblem, type TrustedHosts, targetProblem } from '@/lib/webhooks/webhookTarget';
import {
  type AlertPreference,
  MAX_DIGEST_EVERY_MIN,
  MIN_DIGEST_EVERY_MIN,
} from './alertPreference';
import { clockText } from './clockText';
import { parseWholeNumber } from './parseWholeNumber';
import { type HoursProblem, parseWindow } from './windowForm';

/** What the form of delivery holds: texts as they were typed. */
export const deliveryFormSchema = z.object({
  digestEveryMin: z.string().max(20),
  isQuiet: z.boolean(),
  from: z.string().max(20),
  to: z.string().max(20),
  isEmailOn: z.boolean(),
  webhookUrl: z.string().max(2_000),
  /** Makes another signing secret although the address stays. */
  renewSecret: z.boolean(),
});
export type DeliveryForm = z.infer<typeof deliveryFormSchema>;

export interface DeliveryProblems {
  digestEveryMin?: 'every';
  hours?: HoursProblem;
  webhookUrl?: TargetProblem;
}

export type ParsedDeliveryForm =
  | { kind: 'valid'; preference: AlertPreference }
  | { kind: 'invalid'; problems: DeliveryProblems };

export function deliveryFormOf(preference: AlertPreference): DeliveryForm {
  const { digestEveryMin, quietHours, isEmailOn, webhookUrl } = preference;
  return {
    digestEveryMin: String(digestEveryMin),
    isQuiet: quietHours !== null,
    from: clockText(quietHours?.fromMin ?? 22 * 60),
    to: clockText(quietHours?.toMin ?? 6 * 60),
    isEmailOn,
    webhookUrl: webhookUrl ?? '',
    renewSecret: false,
  };
}

/** Reads what the form posts. Everything that is wrong comes back at once. */
export function parseDeliveryForm(form: DeliveryForm, trusted: TrustedHosts): ParsedDeliveryForm {
  const problems: DeliveryProblems = {};
  const digestEveryMin = parseWholeNumber(
    form.digestEveryMin,
    MIN_DIGEST_EVERY_MIN,
    MAX_DIGEST_EVERY_MIN,
  );
  if (digestEveryMin === null) problems.digestEveryMin = 'every';
  const quietHours = form.isQuiet ? parseWindow(form) : null;
  if (typeof quietHours === 'string') problems.hours = quietHours;
  const webhookUrl = form.webhookUrl.trim() || null;
  const problem = webhookUrl === null ? null : targetProblem(webhookUrl, trusted);
  if (problem) problems.webhookUrl = problem;
  if (digestEveryMin === null || typeof quietHours === 'string' || problem)
    return { kind: 'invalid', problems };
  const { isEmailOn } = form;
  return { kind: 'valid', preference: { digestEveryMin, quietHours, isEmailOn, webhookUrl } };
}
