import { describe, expect, it } from 'vitest';
import type { LoadedCity } from '@/lib/pipeline/assessedCity';
import type { FrameMarker } from '@/lib/pipeline/cityView';
import { createLiveHub } from './liveHub';

const decoder = new TextDecoder();
const marker: FrameMarker = {
  statusVersion: 1,
  stationsVersion: 1,
  vehiclesVersion: 0,
  settingsVersion: 0,
  windowId: null,
};

function city(changes: Partial<FrameMarker>): LoadedCity {
  const frame = { marker: { ...marker, ...changes }, freshness: { checkedAt: 7 } };
  return {
    view: { base: {}, frame },
    frameJson: () => JSON.stringify(frame),
    viewJson: () => '',
    packedJson: async () => '',
  } as unknown as LoadedCity;
}

function listen(hub: ReturnType<typeof createLiveHub>) {
  const events: string[] = [];
  const unsubscribe = hub.subscribe((message) => {
    events.push(decoder.decode(message).split('\n')[0]!);
  });
  return { events, unsubscribe };
}

const noError = (error: Error) => {
  throw error;
};

describe('live hub', () => {
  it('sends a frame for a new marker, a beat for the same, a base when stations changed', async () => {
    let now = city({});
    const hub = createLiveHub(async () => now, noError);
    const { events } = listen(hub);
    await hub.refresh();
    await hub.refresh();
    now = city({ statusVersion: 2 });
    await hub.refresh();
    now = city({ statusVersion: 2, settingsVersion: 5 });
    await hub.refresh();
    now = city({ statusVersion: 2, settingsVersion: 5, windowId: 'rush' });
    await hub.refresh();
    now = city({ statusVersion: 3, settingsVersion: 5, stationsVersion: 2 });
    await hub.refresh();
    expect(events).toEqual([
      'event: frame',
      'event: beat',
      'event: frame',
      'event: frame',
      'event: frame',
      'event: base',
    ]);
  });

  it('loads once more, and only once, for all calls made during a load', async () => {
    let loads = 0;
    let release = () => {};
    const hub = createLiveHub(async () => {
      loads += 1;
      if (loads === 1)
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      return city({ statusVersion: loads });
    }, noError);
    const first = hub.refresh();
    const others = [hub.refresh(), hub.refresh(), hub.refresh()];
    release();
    await Promise.all([first, ...others]);
    expect(loads).toBe(2);
  });

  it('reports a failed load and works again at the next call', async () => {
    const errors: string[] = [];
    let broken = true;
    const hub = createLiveHub(
      async () => {
        if (broken) throw new Error('database away');
        return city({});
      },
      (error) => errors.push(error.message),
    );
    const { events } = listen(hub);
    await hub.refresh();
    broken = false;
    await hub.refresh();
    expect(errors).toEqual(['database away']);
    expect(events).toEqual(['event: frame']);
  });

  it('does not load for beats nobody hears, and forgets who unsubscribed', async () => {
    let loads = 0;
    const hub = createLiveHub(async () => {
      loads += 1;
      return city({});
    }, noError);
    await hub.beat();
    expect(loads).toBe(0);
    const { unsubscribe, events } = listen(hub);
    await hub.beat();
    expect(loads).toBe(1);
    unsubscribe();
    await hub.refresh();
    expect(events).toHaveLength(1);
    expect(hub.subscriberCount()).toBe(0);
  });
});
