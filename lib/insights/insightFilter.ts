import { z } from 'zod';
import { DAY_KINDS, type DayKind } from '@/lib/history/daySummary';
import { daysBetween, isDate } from './calendar';

export const KIND_CHOICES = [...DAY_KINDS, 'every'] as const;
export const PERIOD_DAYS = [7, 28, 91, 365] as const;
export const RANKINGS = ['uncovered', 'lost', 'share', 'days', 'change'] as const;
export const HEAT_MEASURES = ['share', 'lost'] as const;

export type Ranking = (typeof RANKINGS)[number];
export type HeatMeasure = (typeof HEAT_MEASURES)[number];

/** No store holds more, and no page needs more at once: two years. */
export const MAX_PERIOD_DAYS = 731;

const dateSchema = z.string().refine(isDate, 'must be a date such as 2026-11-23');
const hourSchema = z.coerce.number().int().min(0).max(24);
/** Forms send fields that were left empty. */
const orAbsent = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

/**
 * What is asked of the past, as an address says it. Without any of it: weekday mornings of the last
 * four weeks, the question the page is opened with.
 */
export const insightFilterSchema = z
  .object({
    /** The newest so many days with data. Dates, where given, count instead. */
    days: orAbsent(z.coerce.number().int().min(1).max(MAX_PERIOD_DAYS).default(28)),
    /** Local dates, both part of the period; only together. */
    from: orAbsent(dateSchema.optional()),
    to: orAbsent(dateSchema.optional()),
    kind: orAbsent(z.enum(KIND_CHOICES).default('weekday')),
    /** Hours of the city's clock, the end not included: 7 and 10 are 07:00 to 09:59. */
    fromH: orAbsent(hourSchema.max(23).default(7)),
    toH: orAbsent(hourSchema.min(1).default(10)),
    /** All stations where it is left out. */
    district: orAbsent(z.string().max(200).optional()),
    /** What the stations are ranked by, worst first. */
    by: orAbsent(z.enum(RANKINGS).default('uncovered')),
    /** What the week's map of hours shows. */
    show: orAbsent(z.enum(HEAT_MEASURES).default('share')),
  })
  .refine(({ fromH, toH }) => fromH < toH, 'fromH must be before toH')
  .refine(({ from, to }) => Boolean(from) === Boolean(to), 'from and to only together')
  .refine(({ from, to }) => !from || !to || from <= to, 'from must not be after to')
  .refine(
    ({ from, to }) => !from || !to || daysBetween(from, to) < MAX_PERIOD_DAYS,
    `a period has at most ${MAX_PERIOD_DAYS} days`,
  );

export type InsightFilter = z.infer<typeof insightFilterSchema>;

export const DEFAULT_FILTER: InsightFilter = insightFilterSchema.parse({});

/** The filter as an address: only what differs from the default. */
export function insightFilterParams(filter: InsightFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined || value === DEFAULT_FILTER[name as keyof InsightFilter]) continue;
    params.set(name, String(value));
  }
  return params;
}

/** Whether days of a kind are asked about. */
export function asksKind({ kind }: Pick<InsightFilter, 'kind'>, day: DayKind): boolean {
  return kind === 'every' || kind === day;
}
