import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTimeOf } from '@/lib/units/localTime';
import { isWithinWindow } from './dayWindow';
import { evaluateShortage } from './evaluateShortage';
import { planDigest } from './planDigest';
import { newRuleState, type RuleState, type Transition } from './ruleState';
import { alertCity, alertStation, anyEmpty } from './testAlerts';

const MINUTE = 60_000;
const START = new Date('2026-11-23T05:00:00Z').getTime();
const severity = fc.constantFrom('empty', 'critical', 'low', 'ok', 'unknown' as const);
/** Minutes since the look before; 0 is the same data again. */
const looks = fc.array(
  fc.record({ afterMin: fc.integer({ min: 0, max: 30 }), a: severity, b: severity }),
  { minLength: 1, maxLength: 60 },
);

test('each raise is followed by at most one recovery, and each recovery follows a raise', () => {
  fc.assert(
    fc.property(looks, fc.integer({ min: 0, max: 20 }), (minutes, lastingMin) => {
      const told: Transition[] = [];
      let state: RuleState = newRuleState;
      let nowMs = START;
      for (const { afterMin, a, b } of minutes) {
        nowMs += afterMin * MINUTE;
        const stations = [alertStation('a', { severity: a }), alertStation('b', { severity: b })];
        const city = alertCity(new Date(nowMs), stations);
        const look = evaluateShortage({ ...anyEmpty, lastingMin }, city, state);
        state = look.state;
        told.push(...look.transitions);
        for (const { kind, atMs, sinceMs } of look.transitions)
          if (kind === 'raised') expect(atMs - sinceMs).toBeGreaterThanOrEqual(lastingMin * MINUTE);
      }
      for (const subject of ['a', 'b']) {
        const kinds = told.filter(({ subjectId }) => subjectId === subject).map(({ kind }) => kind);
        expect(kinds).toEqual(kinds.map((_, i) => (i % 2 === 0 ? 'raised' : 'recovered')));
      }
    }),
  );
});

/** Both changes of the clocks of 2026, a plain day, and places far from Greenwich. */
const START_OF_DAYS = ['2026-03-28T12:00Z', '2026-10-24T12:00Z', '2026-11-23T12:00Z'];
const ZONES = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Etc/UTC'];

test('never more than one digest or message in a window, none outside in quiet hours', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...START_OF_DAYS),
      fc.constantFrom(...ZONES),
      fc.integer({ min: 5, max: 60 }),
      fc.option(
        fc.record({
          fromMin: fc.integer({ min: 0, max: 1439 }),
          toMin: fc.integer({ min: 0, max: 1439 }),
        }),
      ),
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 5, maxLength: 200 }),
      (day, timezone, digestEveryMin, quietHours, newsEvery) => {
        fc.pre(quietHours === null || quietHours.fromMin !== quietHours.toMin);
        const life = { digestEveryMin, quietHours, timezone };
        const told = tellThrough(new Date(day).getTime(), life, newsEvery);
        expectApart(told.digests, digestEveryMin);
        expectApart(told.messages, digestEveryMin);
        for (const atMs of quietHours ? told.messages : []) {
          const at = localTimeOf(new Date(atMs), timezone);
          expect(isWithinWindow(quietHours!, at)).toBe(false);
        }
        // Nothing is forgotten: a day after the last news all of it is told.
        expect(told.untold).toBe(false);
      },
    ),
    { numRuns: 40 },
  );
});

function expectApart(instants: readonly number[], minutes: number): void {
  instants.slice(1).forEach((atMs, i) => {
    expect(atMs - instants[i]!).toBeGreaterThanOrEqual(minutes * MINUTE);
  });
}

/** Asks every minute, as the job does, until a day and a half after the last news. */
function tellThrough(
  startMs: number,
  life: {
    digestEveryMin: number;
    quietHours: { fromMin: number; toMin: number } | null;
    timezone: string;
  },
  newsEvery: readonly number[],
) {
  let newsMs = startMs;
  const newsAt = new Set(newsEvery.map((minutes) => (newsMs += minutes * MINUTE)));
  const digests: number[] = [];
  const messages: number[] = [];
  let hasNews = false;
  let hasHeldBack = false;
  const dateOf = (ms: number | undefined) => (ms === undefined ? null : new Date(ms));
  for (let nowMs = startMs; nowMs <= newsMs + 36 * 60 * MINUTE; nowMs += MINUTE) {
    hasNews ||= newsAt.has(nowMs);
    const known = { lastDigestAt: dateOf(digests.at(-1)), lastSentOutAt: dateOf(messages.at(-1)) };
    const plan = planDigest({ ...life, ...known, hasNews, hasHeldBack }, new Date(nowMs));
    if (plan.makeDigest) {
      digests.push(nowMs);
      hasNews = false;
      hasHeldBack = true;
    }
    if (plan.sendOut) {
      messages.push(nowMs);
      hasHeldBack = false;
    }
  }
  return { digests, messages, untold: hasNews || hasHeldBack };
}
