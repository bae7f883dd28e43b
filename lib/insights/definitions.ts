/**
 * Every figure of the insights: how it is computed and where that comes from. Its words stand in the
 * messages under `insights.definition`, and in docs/glossary.md under the same name.
 */
export interface Definition {
  /** In the language of mathematics, which needs no translation. */
  formula: string;
  /** The literature behind it; null: a plain count. */
  literature: string | null;
  /** What it is read from. */
  tables: readonly string[];
}

const KABRA = 'Kabra, Belavina, Girotra 2020, doi 10.1287/mnsc.2019.3407';
const RAVIV = 'Raviv, Kolka 2013, doi 10.1080/0740817X.2013.770186';

export const DEFINITIONS = {
  emptyShare: {
    formula: 'Σ empty minutes ÷ Σ open minutes',
    literature: null,
    tables: ['station_day'],
  },
  lostRentals: {
    formula: 'Σ μ(quarter) × empty minutes ÷ days',
    literature: RAVIV,
    tables: ['station_rate', 'station_day'],
  },
  uncovered: {
    formula: 'Σ μ × empty minutes × (1 − max(P(bike there) × e^(−0.00194 d))) ÷ days',
    literature: KABRA,
    tables: ['station_rate', 'station_day', 'station'],
  },
  covered: {
    formula: 'Σ empty minutes × max(P(bike there) × e^(−0.00194 d)) ÷ Σ empty minutes',
    literature: KABRA,
    tables: ['station_day', 'station'],
  },
  emptyDays: {
    formula: 'days with ≥ 15 empty minutes ÷ days with open minutes',
    literature: null,
    tables: ['station_day'],
  },
  chronic: {
    formula: 'days ≥ 5 and empty days ÷ days ≥ ½',
    literature: null,
    tables: ['station_day'],
  },
  weekChange: {
    formula: 'share (last 7 days) − share (7 days before)',
    literature: null,
    tables: ['station_day'],
  },
  weekHours: {
    formula: 'Σ empty minutes ÷ Σ open minutes, per weekday and hour',
    literature: null,
    tables: ['station_day', 'station_rate'],
  },
  feedLag: {
    formula: 'fetched at − median (last reported at)',
    literature: null,
    tables: ['feed_fetch'],
  },
  goodFetches: {
    formula: '(new + unchanged) ÷ all fetches of the status feed',
    literature: null,
    tables: ['feed_fetch'],
  },
  holes: {
    formula: 'Σ spans > 7 min between valid fetches ÷ recorded time',
    literature: null,
    tables: ['feed_fetch', 'feed_gap'],
  },
  silent: {
    formula: 'last reported at < median − 24 h',
    literature: null,
    tables: ['station_status', 'feed_state'],
  },
} as const satisfies Record<string, Definition>;

export type DefinitionName = keyof typeof DEFINITIONS;
