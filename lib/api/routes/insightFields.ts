import { z } from 'zod';
import { KIND_CHOICES, MAX_PERIOD_DAYS, RANKINGS } from '@/lib/insights/insightFilter';
import { aboutFields, districtField } from '../fields';

/** What every address of the insights can be asked; the names are those of the page's address. */
export const insightQueryFields = {
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_PERIOD_DAYS)
    .default(28)
    .describe('The newest so many days with data. Dates, where given, count instead.'),
  from: z.iso
    .date()
    .optional()
    .describe('The first day, by the city’s calendar; only together with to.'),
  to: z.iso.date().optional().describe('The last day, part of the period.'),
  kind: z
    .enum(KIND_CHOICES)
    .default('weekday')
    .describe('Kind of day that counts. Public holidays are Sundays.'),
  fromH: z.coerce
    .number()
    .int()
    .min(0)
    .max(23)
    .default(7)
    .describe('The first hour of the day that counts, by the city’s clock.'),
  toH: z.coerce
    .number()
    .int()
    .min(1)
    .max(24)
    .default(10)
    .describe('The hour after the last one: 7 and 10 are 07:00 to 09:59.'),
  district: districtField,
};

export const rankingField = z
  .enum(RANKINGS)
  .default('uncovered')
  .describe('What the stations are ranked by, worst first.');

/** What every answer of the insights says of itself. */
export const insightAboutFields = {
  ...aboutFields,
  timeZone: z.string().describe('The city’s, by which days and hours are counted.'),
  from: z.iso.date(),
  to: z.iso.date().describe('Part of the period.'),
  daysWithData: z.int(),
  hasRates: z.boolean().describe('Whether lost rentals can be estimated yet.'),
};

export const shareField = z.number().describe('0 to 1.');
export const lostField = z.number().nullable().describe('Rentals a day; null: no rates yet.');

/** The figures of many stations. */
export const totalFields = {
  days: z.int().describe('Days with anything observed in the asked hours.'),
  openMin: z.number().describe('Minutes in which a station was open and observed, all added.'),
  emptyMin: z.number().describe('Of these, minutes without a bike.'),
};
