import { expect, it } from 'vitest';
import { namedSpan } from './namedSpan';

const DAY_S = 86_400;
const NOW = 100 * DAY_S;
const reach = (newestAt: number) => ({ oldestAt: 0, exactFromAt: 0, newestAt });
const days = (name: 'day' | 'week', removedAt: number | null, newestAt = NOW - 60) => {
  const { fromAt, toAt } = namedSpan(name, { removedAt }, reach(newestAt), NOW);
  return [fromAt / DAY_S, toAt / DAY_S];
};

it('ends now, with the removal, or with the newest that is known', () => {
  expect(days('day', null)).toEqual([99, 100]);
  expect(days('week', 40 * DAY_S)).toEqual([33, 40]);
  // A recording of long ago opens on its end; a silence of hours is shown as the silence it is.
  expect(days('week', null, 20 * DAY_S)).toEqual([13, 20]);
  expect(days('week', null, 98 * DAY_S)).toEqual([93, 100]);
  expect(namedSpan('day', { removedAt: null }, null, NOW).toAt).toBe(NOW);
});
