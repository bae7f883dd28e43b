import { z } from 'zod';
import { SEVERITIES } from '@/lib/deficit/assessment';

const stationFactsSchema = z.object({
  name: z.string(),
  districtName: z.string().nullable(),
  /** As judged when this was noticed, also where it recovered: "no longer empty" may be "low". */
  severity: z.enum(SEVERITIES),
  usableBikes: z.number().nullable(),
  isCovered: z.boolean(),
});

/** Something that began or ended, with what people need to know of it. Epoch milliseconds. */
export const alertLineSchema = z.object({
  ruleId: z.string(),
  ruleName: z.string(),
  kind: z.enum(['raised', 'recovered']),
  subjectId: z.string(),
  atMs: z.number(),
  sinceMs: z.number(),
  /** null: it is about the feed. */
  station: stationFactsSchema.nullable(),
});

export type AlertLine = z.infer<typeof alertLineSchema>;
export type AlertLineKind = AlertLine['kind'];
