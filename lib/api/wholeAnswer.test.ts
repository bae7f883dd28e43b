import { expect, it } from 'vitest';
import { wholeAnswer } from './wholeAnswer';

const answerTo = (body: string, known?: string) =>
  wholeAnswer(
    new Request('http://localhost/', known ? { headers: { 'if-none-match': known } } : {}),
    body,
    { 'Content-Type': 'text/csv', 'Cache-Control': 'private, no-cache' },
  );

it('sends nothing twice to whoever names what they have', async () => {
  const first = answerTo('a,b');
  const tag = first.headers.get('etag')!;
  expect(first.status).toBe(200);
  expect(await first.text()).toBe('a,b');
  for (const known of [tag, `"x", ${tag}`, '*']) {
    const again = answerTo('a,b', known);
    expect([again.status, await again.text()], known).toEqual([304, '']);
    expect(again.headers.get('etag')).toBe(tag);
    expect(again.headers.get('cache-control')).toBe('private, no-cache');
  }
  const other = answerTo('a,c', tag);
  expect([other.status, await other.text()]).toEqual([200, 'a,c']);
});
