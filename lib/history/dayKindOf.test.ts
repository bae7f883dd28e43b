import { expect, it } from 'vitest';
import { dayKindOf } from './dayKindOf';

it.each([
  ['2026-11-23', 'Europe/Paris', 'weekday'],
  ['2026-11-21', 'Europe/Paris', 'saturday'],
  ['2026-11-22', 'Europe/Paris', 'sunday'],
  // Easter Monday, Ascension and Whit Monday move with Easter; Bastille Day does not.
  ['2026-04-06', 'Europe/Paris', 'sunday'],
  ['2022-05-26', 'Europe/Paris', 'sunday'],
  ['2022-06-06', 'Europe/Paris', 'sunday'],
  ['2026-07-14', 'Europe/Paris', 'sunday'],
  ['2026-07-14', 'Europe/Oslo', 'weekday'],
  ['2023-05-17', 'Europe/Oslo', 'sunday'],
  ['2023-04-06', 'Europe/Oslo', 'sunday'],
  // 15 August 2026 is a Saturday and Assumption.
  ['2026-08-15', 'Europe/Paris', 'sunday'],
  ['2026-12-25', 'America/New_York', 'weekday'],
])('%s in %s is a %s', (date, zone, kind) => {
  expect(dayKindOf(date, zone)).toBe(kind);
});
