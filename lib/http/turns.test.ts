import { expect, it } from 'vitest';
import { createTurns } from './turns';

it('gives one turn after the other, in the order in which they were asked for', async () => {
  const turns = createTurns();
  const order: string[] = [];
  const work = async (name: string) => {
    const end = await turns.take();
    order.push(`${name} begins`);
    await Promise.resolve();
    order.push(`${name} ends`);
    end();
    end();
  };
  expect(turns.isBusy()).toBe(false);
  const all = [work('a'), work('b'), work('c')];
  expect(turns.isBusy()).toBe(true);
  await Promise.all(all);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(turns.isBusy()).toBe(false);
});
