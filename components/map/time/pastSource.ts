import { buildNeighbours } from '@/lib/deficit/neighbours';
import type { CityView } from '@/lib/pipeline/cityView';
import type { PastChunk } from '@/lib/pipeline/pastChunk';
import { type PastBase, pastFrame } from '@/lib/pipeline/pastFrame';
import { type ChunkReplay, createReplay } from '@/lib/pipeline/replayChunk';

const HOUR_S = 3_600;
/** Chunks kept: who steps back should not ask again for what was just played. */
const KEPT_CHUNKS = 24;
const KEPT_BASES = 8;

/** Where the past comes from; tests play the server. */
export interface PastServer {
  /** null: nothing is known of that time. */
  readAt(at: number, signal?: AbortSignal): Promise<CityView | null>;
  readChunk(fromAt: number, toAt: number): Promise<PastChunk | null>;
}

/** The past as the browser holds it: single moments as they are asked for, and hours to be played. */
export interface PastSource {
  /** The city at a minute where the hour around it is held; else null. Epoch seconds. */
  heldAt(at: number): CityView | null;
  /** The city at a minute, from the server where it must be; null: nothing is known of that time. */
  load(at: number, signal: AbortSignal): Promise<CityView | null>;
  /** Has the hour around a minute ready for `heldAt`. Many calls ask once. */
  prepare(at: number): Promise<void>;
}

/**
 * Whole hours are asked for, so that equal questions have equal addresses and the browser keeps the
 * answers. A chunk may end sooner than its hour, where stations change: the next one begins there.
 */
export function createPastSource(server: PastServer): PastSource {
  const bases = new Map<string, PastBase>();
  let chunks: ChunkReplay[] = [];
  const asked = new Map<number, Promise<void>>();
  /** Where somebody looked last. */
  let lookedAt = 0;

  const holding = (at: number) =>
    chunks.find(({ chunk }) => chunk.fromAt <= at && at < chunk.toAt) ?? null;

  function heldAt(at: number): CityView | null {
    lookedAt = at;
    const replay = holding(at);
    const on = replay && bases.get(replay.chunk.baseId);
    return replay && on ? { base: on.base, frame: pastFrame(on, replay.momentAt(at)) } : null;
  }

  /** Stations that are known already keep their columns, so that nothing laid out is done again. */
  function taken(view: CityView): CityView {
    const baseId = view.frame.past?.baseId;
    if (baseId === undefined) throw new Error('The server answered with the present');
    const { stationsVersion } = view.frame.marker;
    const known = bases.get(baseId);
    const on = known ?? {
      ...{ baseId, base: view.base, stationsVersion },
      neighbours: buildNeighbours(view.base.stations),
    };
    bases.delete(baseId);
    bases.set(baseId, on);
    trim(bases, KEPT_BASES);
    return { base: on.base, frame: view.frame };
  }

  /** Of too many the one goes that is farthest from where somebody looks. */
  function keep(replay: ChunkReplay): void {
    chunks = [...chunks, replay].sort((a, b) => distance(a) - distance(b)).slice(0, KEPT_CHUNKS);
  }

  function distance({ chunk }: ChunkReplay): number {
    return Math.abs(chunk.fromAt - lookedAt);
  }

  async function fetchChunk(at: number): Promise<void> {
    const hourAt = Math.floor(at / HOUR_S) * HOUR_S;
    let fromAt = hourAt;
    while (fromAt <= at) {
      const chunk = holding(fromAt)?.chunk ?? (await server.readChunk(fromAt, hourAt + HOUR_S));
      if (!chunk) return;
      if (chunk.toAt <= fromAt) throw new Error('The server answered with a chunk of no length');
      if (!bases.has(chunk.baseId)) {
        const view = await server.readAt(chunk.fromAt);
        if (view) taken(view);
      }
      if (!holding(chunk.fromAt)) keep(createReplay(chunk));
      fromAt = chunk.toAt;
    }
  }

  return {
    heldAt,
    async load(at, signal) {
      const held = heldAt(at);
      if (held) return held;
      const view = await server.readAt(at, signal);
      return view && taken(view);
    },
    prepare(at) {
      if (holding(at)) return Promise.resolve();
      const hourAt = Math.floor(at / HOUR_S) * HOUR_S;
      const known = asked.get(hourAt);
      if (known) return known;
      const call = fetchChunk(at).finally(() => asked.delete(hourAt));
      asked.set(hourAt, call);
      return call;
    },
  };
}

function trim(map: Map<unknown, unknown>, most: number): void {
  const [oldest] = map.keys();
  if (map.size > most) map.delete(oldest);
}
