import { expect, it } from 'vitest';
import { streamText } from './streamText';

it('gives the pieces in order as UTF-8', async () => {
  async function* pieces() {
    yield 'dé';
    yield 'ficit';
  }
  expect(await new Response(streamText(pieces())).text()).toBe('déficit');
});

it('makes no piece before it is asked for, and stops when the reader leaves', async () => {
  let made = 0;
  let ended = false;
  async function* pieces() {
    try {
      for (;;) yield String(made++);
    } finally {
      ended = true;
    }
  }
  const reader = streamText(pieces()).getReader();
  await reader.read();
  await reader.cancel();
  expect(made).toBeLessThanOrEqual(2);
  expect(ended).toBe(true);
});
