import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EventStreamOptions, openEventStream } from './eventStream';
import { encodeEvent, type LiveHub } from './liveHub';

const decoder = new TextDecoder();

function fakeHub() {
  const subscribers = new Set<(message: Uint8Array) => void>();
  const hub: LiveHub = {
    subscribe(send) {
      subscribers.add(send);
      return () => subscribers.delete(send);
    },
    refresh: async () => {},
    beat: async () => {},
    subscriberCount: () => subscribers.size,
  };
  const broadcast = (text: string) => {
    for (const send of subscribers) send(encodeEvent('frame', text));
  };
  return { hub, broadcast };
}

function open(changes: Partial<EventStreamOptions> = {}) {
  const { hub, broadcast } = fakeHub();
  const abort = new AbortController();
  const errors: Error[] = [];
  const stream = openEventStream({
    hub,
    signal: abort.signal,
    first: async () => encodeEvent('frame', 'first'),
    stillAllowed: async () => true,
    checkEveryMs: 60_000,
    onAccessChange: () => () => {},
    onError: (error) => errors.push(error),
    ...changes,
  });
  return { hub, broadcast, abort, errors, reader: stream.getReader() };
}

const text = async (reader: ReadableStreamDefaultReader<Uint8Array>) => {
  const { value, done } = await reader.read();
  return done ? null : decoder.decode(value);
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('event stream', () => {
  it('starts with the newest frame and goes on with what the hub sends', async () => {
    const { reader, broadcast } = open();
    expect(await text(reader)).toBe('retry: 2000\n\n');
    expect(await text(reader)).toBe('event: frame\ndata: first\n\n');
    broadcast('second');
    expect(await text(reader)).toBe('event: frame\ndata: second\n\n');
  });

  it('leaves the hub when the browser goes, whichever way it is noticed', async () => {
    const aborted = open();
    aborted.abort.abort();
    expect(aborted.hub.subscriberCount()).toBe(0);
    const cancelled = open();
    await cancelled.reader.cancel();
    expect(cancelled.hub.subscriberCount()).toBe(0);
  });

  it('ends when its user may no longer look, but not because the check itself failed', async () => {
    const answers = [() => Promise.reject(new Error('database away')), async () => false];
    const { hub } = open({ stillAllowed: () => answers.shift()!() });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(hub.subscriberCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(hub.subscriberCount()).toBe(0);
  });

  it('ends at once when told that its user may no longer look, and asks no more', async () => {
    let tell = () => {};
    let isWatching = true;
    const { hub } = open({
      stillAllowed: async () => false,
      onAccessChange(check) {
        tell = check;
        return () => {
          isWatching = false;
        };
      },
    });
    tell();
    await vi.advanceTimersByTimeAsync(0);
    expect(hub.subscriberCount()).toBe(0);
    expect(isWatching).toBe(false);
  });

  it('reports a first frame that cannot be had, and ends, so that the browser tries again', async () => {
    const { hub, errors } = open({ first: () => Promise.reject(new Error('database away')) });
    await vi.advanceTimersByTimeAsync(0);
    expect(errors.map((error) => error.message)).toEqual(['database away']);
    expect(hub.subscriberCount()).toBe(0);
  });

  it('drops a browser that reads nothing', async () => {
    const { hub, broadcast } = open();
    for (let i = 0; i < 100; i++) broadcast(String(i));
    expect(hub.subscriberCount()).toBe(0);
  });
});
