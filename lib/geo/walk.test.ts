import { expect, it } from 'vitest';
import { walkMinutes } from './walk';

it('says how long a walk takes, never nothing', () => {
  expect([0, 10, 300, 700].map(walkMinutes)).toEqual([1, 1, 5, 11]);
});
