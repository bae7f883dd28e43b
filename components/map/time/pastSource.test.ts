import { describe, expect, it } from 'vitest';
import { createPastSource, type PastServer } from './pastSource';
import { bikesOf, testPastChunk, testPastView } from './testPast';

const HOUR = 1_000 * 3_600;
const signal = new AbortController().signal;

/** @param changesAt where the stations change, and a chunk ends */
function serve(changesAt = Number.POSITIVE_INFINITY) {
  const asked: string[] = [];
  const baseAt = (at: number) => (at < changesAt ? 'one' : 'two');
  const server: PastServer = {
    async readAt(at) {
      asked.push(`at ${at - HOUR}`);
      return testPastView(at, baseAt(at));
    },
    async readChunk(fromAt, toAt) {
      asked.push(`from ${fromAt - HOUR} to ${toAt - HOUR}`);
      const endsAt = fromAt < changesAt ? Math.min(toAt, changesAt) : toAt;
      return testPastChunk(fromAt, endsAt, baseAt(fromAt));
    },
  };
  return { asked, source: createPastSource(server) };
}

describe('the past as the browser holds it', () => {
  it('asks for a moment once, and for no minute of an hour that it holds', async () => {
    const { asked, source } = serve();
    expect(source.heldAt(HOUR + 600)).toBeNull();
    const asFetched = await source.load(HOUR + 600, signal);
    await Promise.all([source.prepare(HOUR + 600), source.prepare(HOUR + 900)]);
    for (let minute = 0; minute < 60; minute += 1)
      expect(bikesOf(source.heldAt(HOUR + minute * 60))).toBe(minute);
    expect(asked).toEqual(['at 600', 'from 0 to 3600']);
    expect(source.heldAt(HOUR + 600)?.base).toBe(asFetched?.base);
    await source.load(HOUR + 660, signal);
    expect(asked).toHaveLength(2);
  });

  it('goes on behind a change of the stations with the stations of then', async () => {
    const { asked, source } = serve(HOUR + 1_800);
    await source.prepare(HOUR + 2_400);
    expect(asked).toEqual(['from 0 to 3600', 'at 0', 'from 1800 to 3600', 'at 1800']);
    const [before, after] = [source.heldAt(HOUR + 1_740), source.heldAt(HOUR + 1_800)];
    expect([bikesOf(before), bikesOf(after)]).toEqual([29, 30]);
    expect(before?.base).not.toBe(after?.base);
  });

  it('keeps what is near to where somebody looks', async () => {
    const { source } = serve();
    for (let hour = 0; hour < 40; hour += 1) {
      source.heldAt(HOUR);
      await source.prepare(HOUR + hour * 3_600);
    }
    expect(source.heldAt(HOUR)).not.toBeNull();
    expect(source.heldAt(HOUR + 39 * 3_600)).toBeNull();
  });

  it('holds nothing of a call that failed, and asks again', async () => {
    const { source } = serve();
    const broken = createPastSource({
      readAt: () => Promise.reject(new Error('away')),
      readChunk: () => Promise.reject(new Error('away')),
    });
    await expect(broken.prepare(HOUR)).rejects.toThrow('away');
    await expect(broken.load(HOUR, signal)).rejects.toThrow('away');
    expect(broken.heldAt(HOUR)).toBeNull();
    await source.prepare(HOUR);
    expect(source.heldAt(HOUR)).not.toBeNull();
  });
});
