import { describe, expect, it } from 'vitest';
import { type EventStream, openLiveConnection } from './liveConnection';

class FakeStream implements EventStream {
  readyState = 0;
  closed = false;
  private readonly listeners = new Map<string, (event: { data?: unknown }) => void>();
  addEventListener(type: string, listener: (event: { data?: unknown }) => void) {
    this.listeners.set(type, listener);
  }
  close() {
    this.closed = true;
  }
  emit(type: string, data?: string) {
    this.listeners.get(type)?.({ data });
  }
}

/** A network and a clock that move only when told. */
function play() {
  const streams: FakeStream[] = [];
  const log: string[] = [];
  let pending: { run: () => void; atMs: number }[] = [];
  let nowMs = 0;
  const connection = openLiveConnection(
    () => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream;
    },
    {
      onOpen: () => log.push('open'),
      onEvent: (name, data) => log.push(`${name}:${data}`),
      onLost: (isRefused) => log.push(isRefused ? 'refused' : 'lost'),
    },
    {
      set(run, delayMs) {
        const timer = { run, atMs: nowMs + delayMs };
        pending.push(timer);
        return timer;
      },
      clear(timer) {
        pending = pending.filter((entry) => entry !== timer);
      },
      rng: () => 1,
    },
  );
  const pass = (ms: number) => {
    nowMs += ms;
    for (const timer of pending.filter(({ atMs }) => atMs <= nowMs)) {
      pending = pending.filter((entry) => entry !== timer);
      timer.run();
    }
  };
  return { streams, log, pass, connection, pending: () => pending.length };
}

describe('openLiveConnection', () => {
  it('passes events on', () => {
    const { streams, log } = play();
    streams[0]!.emit('open');
    streams[0]!.emit('frame', '{}');
    streams[0]!.emit('beat', 'b');
    expect(log).toEqual(['open', 'frame:{}', 'beat:b']);
  });

  it('lets EventSource mend a broken connection itself', () => {
    const { streams, log } = play();
    streams[0]!.emit('error');
    expect(log).toEqual(['lost']);
    expect(streams).toHaveLength(1);
    streams[0]!.emit('open');
    expect(log).toEqual(['lost', 'open']);
  });

  it('opens a new stream when EventSource gave up, later and later, and anew after success', () => {
    const { streams, log, pass } = play();
    const giveUp = () => {
      streams.at(-1)!.readyState = 2;
      streams.at(-1)!.emit('error');
    };
    giveUp();
    pass(999);
    expect(streams).toHaveLength(1);
    pass(1);
    expect(streams).toHaveLength(2);
    giveUp();
    pass(1_999);
    expect(streams).toHaveLength(2);
    pass(1);
    expect(streams).toHaveLength(3);
    streams[2]!.emit('open');
    giveUp();
    pass(1_000);
    expect(streams).toHaveLength(4);
    expect(log).toEqual(['refused', 'refused', 'open', 'refused']);
  });

  it('takes 40 s of silence for a dead connection, and any event for life', () => {
    const { streams, log, pass } = play();
    streams[0]!.emit('open');
    pass(39_000);
    streams[0]!.emit('beat', '');
    pass(39_000);
    expect(log).toEqual(['open', 'beat:']);
    pass(1_000);
    expect(log).toEqual(['open', 'beat:', 'lost']);
    expect(streams[0]!.closed).toBe(true);
  });

  it('hears nothing from a stream it left, and leaves no timer when closed', () => {
    const { streams, log, connection, pending } = play();
    connection.reconnectNow();
    streams[0]!.emit('frame', 'old');
    expect(log).toEqual([]);
    expect(streams[0]!.closed).toBe(true);
    connection.close();
    expect(pending()).toBe(0);
    expect(streams[1]!.closed).toBe(true);
  });
});
