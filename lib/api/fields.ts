import { z } from 'zod';

/** Fields that several addresses share, each with its words for the reference. */

/** Ids are any text in GBFS, but text that a database takes. */
export const stationIdField = z
  .string()
  .regex(/^\P{Cc}{1,200}$/u)
  .describe('The id of a station, as the feed says it.');

export const instantField = z.iso.datetime({ offset: true });

/** Longer spans are asked in parts. */
export const MAX_SPAN_DAYS = 400;

/** A stretch of the past. */
export const spanFields = {
  from: instantField.describe('The beginning, ISO 8601 with its offset.'),
  to: instantField.describe(`The end, not part of it; at most ${MAX_SPAN_DAYS} days later.`),
};

export const atField = instantField
  .describe(
    'An instant of the past, ISO 8601 with its offset, taken to the minute. Left out: now. Needs the scope history.read too.',
  )
  .optional();

export const districtField = z
  .string()
  .max(200)
  .describe('Only stations of this district, by its districtId.')
  .optional();

/** An instant of an answer. */
export const utcField = z.iso.datetime().describe('ISO 8601, UTC.');

/** What every list says of its data. */
export const aboutFields = {
  systemId: z.string().describe('Whose stations these are.'),
  systemName: z.string(),
  simulation: z
    .enum(['generated', 'replay'])
    .nullable()
    .describe('null: real. Anything else: nothing here is real.'),
};

/** What a list of the judged city says beside it. */
export const cityAboutFields = {
  ...aboutFields,
  at: utcField.nullable().describe('The instant of the past that was asked; null: now.'),
  fetchedAt: utcField.nullable().describe('When the data were fetched; null: nobody knows.'),
  lastUpdatedAt: utcField.nullable().describe('What the feed says of its own age.'),
  settingsVersion: z.int().describe('Version of the thresholds that judge.'),
  tier: z
    .enum(['changes', 'hours'])
    .nullable()
    .describe(
      'How exactly the past is known: to the minute, or the state on each hour. null: now.',
    ),
  isUnobserved: z
    .boolean()
    .describe('Nobody looked around that instant: told is what was known before it.'),
};
