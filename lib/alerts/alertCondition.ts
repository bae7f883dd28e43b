import { z } from 'zod';
import { dayWindowSchema } from './dayWindow';

/** Severities somebody can ask to be told of, the gravest first: each includes those before it. */
export const ALERT_SEVERITIES = ['empty', 'critical', 'low'] as const;
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

export const MAX_LASTING_MIN = 720;
export const MIN_SILENT_MIN = 5;
export const MAX_SILENT_MIN = 1_440;
export const MAX_RULE_NAME_LENGTH = 80;
export const MAX_RULES = 50;

const shortageSchema = z.object({
  kind: z.literal('shortage'),
  /** Districts of any level; none: the whole city. */
  districtIds: z.array(z.string().min(1).max(200)).max(300),
  /** At least this grave. */
  severity: z.enum(ALERT_SEVERITIES),
  /** Leaves out what a neighbour or own vehicles cover. */
  uncoveredOnly: z.boolean(),
  /** Minutes it must have lasted by the data, 0..720. */
  lastingMin: z.number().int().min(0).max(MAX_LASTING_MIN),
  /** ISO days of the week on which a shortage is told, 1 is Monday. */
  days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  /** By the city's clock; null: all day. */
  hours: dayWindowSchema.nullable(),
});

const deadFeedSchema = z.object({
  kind: z.literal('deadFeed'),
  /** Minutes without news from the stations, 5..1440. */
  silentMin: z.number().int().min(MIN_SILENT_MIN).max(MAX_SILENT_MIN),
});

/** What a rule looks for. */
export const alertConditionSchema = z.discriminatedUnion('kind', [shortageSchema, deadFeedSchema]);

export type AlertCondition = z.infer<typeof alertConditionSchema>;
export type ShortageCondition = z.infer<typeof shortageSchema>;
export type DeadFeedCondition = z.infer<typeof deadFeedSchema>;

/** What somebody saves: a condition under a name of their own. */
export const ruleDraftSchema = z.object({
  name: z.string().trim().min(1).max(MAX_RULE_NAME_LENGTH),
  isEnabled: z.boolean(),
  condition: alertConditionSchema,
});
export type RuleDraft = z.infer<typeof ruleDraftSchema>;

export interface AlertRule extends RuleDraft {
  ruleId: string;
  userId: string;
}
