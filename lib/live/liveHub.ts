import type { LoadedCity } from '@/lib/pipeline/assessedCity';
import type { FrameMarker } from '@/lib/pipeline/cityView';

/** What open maps receive, already encoded as server-sent events. */
export type LiveMessage = Uint8Array;

export interface LiveHub {
  /** @returns a function that unsubscribes */
  subscribe(send: (message: LiveMessage) => void): () => void;
  /** Something changed: load once and send to all. Calls during a load make one more load. */
  refresh(): Promise<void>;
  /** Freshness for all, so that pages can tell a quiet feed from a dead one. */
  beat(): Promise<void>;
  subscriberCount(): number;
}

const encoder = new TextEncoder();

/** One server-sent event. Data must hold no line break; JSON does not. */
export function encodeEvent(event: string, data: string): LiveMessage {
  return encoder.encode(`event: ${event}\ndata: ${data}\n\n`);
}

/**
 * Fans one load out to every open map of this process: a thousand maps cost one join, one
 * judgement and one encoding a snapshot.
 *
 * Events: `frame` (CityFrame) when a marker is new; `base` (its marker) when stations changed and
 * the whole view must be fetched; `beat` (CityFreshness) otherwise.
 */
export function createLiveHub(
  load: () => Promise<LoadedCity | null>,
  onError: (error: Error) => void,
): LiveHub {
  const subscribers = new Set<(message: LiveMessage) => void>();
  let sent: FrameMarker | null = null;
  let running: Promise<void> | null = null;
  let again = false;

  const broadcast = (message: LiveMessage) => {
    for (const send of subscribers) send(message);
  };

  async function loadAndSend(): Promise<void> {
    const city = await load();
    if (!city) return;
    const { marker, freshness } = city.view.frame;
    const before = sent;
    sent = marker;
    if (before && marker.stationsVersion !== before.stationsVersion)
      broadcast(encodeEvent('base', JSON.stringify(marker)));
    else if (!before || !sameMarker(before, marker))
      broadcast(encodeEvent('frame', city.frameJson()));
    else broadcast(encodeEvent('beat', JSON.stringify(freshness)));
  }

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        await loadAndSend();
      } catch (error) {
        // The next notification or beat tries again; pages show the growing age meanwhile.
        onError(error as Error);
      }
    } while (again);
  }

  function refresh(): Promise<void> {
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    subscribe(send) {
      subscribers.add(send);
      return () => subscribers.delete(send);
    },
    refresh,
    beat: () => (subscribers.size > 0 ? refresh() : Promise.resolve()),
    subscriberCount: () => subscribers.size,
  };
}

function sameMarker(a: FrameMarker, b: FrameMarker): boolean {
  return (
    a.statusVersion === b.statusVersion &&
    a.stationsVersion === b.stationsVersion &&
    a.vehiclesVersion === b.vehiclesVersion &&
    a.settingsVersion === b.settingsVersion &&
    a.windowId === b.windowId
  );
}
