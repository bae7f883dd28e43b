import type { CityView } from '@/lib/pipeline/cityView';
import type { PastSource } from './pastSource';
import { atSpeed, heldAt, type PlayClock, type PlaySpeed, playedMinute } from './playClock';

/** Where the page stands in time. */
export interface PlayerState {
  /** The minute that was asked for, epoch seconds; null: the present. */
  at: number | null;
  isPlaying: boolean;
  speed: PlaySpeed;
  /** `waiting`: it has not arrived yet; `unknown`: nothing is known of that time. */
  phase: 'shown' | 'waiting' | 'failed' | 'unknown';
}

/** What the player needs of the page; tests play it. */
export interface PlayerHost {
  /** Draws a moment of the past; null: the present, or nothing of the past yet. */
  draw(view: CityView | null): void;
  /** Calls back before the next picture is drawn. @returns a function that stops it */
  onNextFrame(run: () => void): () => void;
  /** Calls back later. @returns a function that stops it */
  later(run: () => void, delayMs: number): () => void;
  /** Milliseconds of a clock that never goes back. */
  nowMs(): number;
  /** The newest minute of the past, epoch seconds. */
  newestAt(): number;
}

export interface Player {
  state(): PlayerState;
  subscribe(onChange: () => void): () => void;
  /** Goes to a minute; one that is not past yet is the present. Playing goes on from there. */
  seek(at: number): void;
  toNow(): void;
  play(): void;
  pause(): void;
  setSpeed(speed: PlaySpeed): void;
  close(): void;
}

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
/** Ready ahead of the moment that plays, at least so much of the past, and so much of our time. */
const AHEAD_S = 10 * MINUTE_S;
const AHEAD_PLAYED_S = 3;
const RETRY_MS = 3_000;

/**
 * Goes about in time. While one moment is on its way only the last of those asked for meanwhile is
 * asked for next, so that dragging a slider shows what it passes and never waits in a queue.
 */
export function createPlayer(source: PastSource, host: PlayerHost): Player {
  let state: PlayerState = { at: null, isPlaying: false, speed: 10, phase: 'shown' };
  let clock: PlayClock | null = null;
  let wantedAt: number | null = null;
  let call: AbortController | null = null;
  let stopFrame = () => {};
  let stopRetry = () => {};
  let coldUntilMs = 0;
  /** The minute that playing waits for. */
  let missingAt: number | null = null;
  const listeners = new Set<() => void>();

  function set(change: Partial<PlayerState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function show(view: CityView | null, change: Partial<PlayerState>): void {
    set(change);
    host.draw(view);
  }

  function seek(at: number): void {
    const minuteAt = Math.floor(at / MINUTE_S) * MINUTE_S;
    missingAt = null;
    if (minuteAt > host.newestAt()) {
      toNow();
      return;
    }
    if (clock) clock = heldAt(clock, minuteAt, host.nowMs());
    stopRetry();
    const held = source.heldAt(minuteAt);
    if (held) {
      wantedAt = null;
      show(held, { at: minuteAt, phase: 'shown' });
      return;
    }
    wantedAt = minuteAt;
    set({ at: minuteAt, phase: 'waiting' });
    if (!call) void load();
  }

  async function load(): Promise<void> {
    while (wantedAt !== null) {
      const at = wantedAt;
      wantedAt = null;
      const mine = new AbortController();
      call = mine;
      try {
        const view = await source.load(at, mine.signal);
        if (call !== mine) return;
        arrived(at, view);
      } catch {
        if (call !== mine) return;
        failed(at);
      }
    }
    call = null;
    // Now that it rests somewhere, the steps from there should need no waiting.
    if (state.at !== null && state.phase === 'shown') warm(state.at);
  }

  function arrived(at: number, view: CityView | null): void {
    if (wantedAt !== null) {
      if (view) host.draw(view);
    } else if (state.at === at) show(view, { phase: view ? 'shown' : 'unknown' });
  }

  function failed(at: number): void {
    if (wantedAt !== null || state.at !== at) return;
    set({ phase: 'failed' });
    stopRetry = host.later(() => state.at === at && seek(at), RETRY_MS);
  }

  /** Has what comes next ready. What fails is asked for again, but not at every frame. */
  function warm(at: number, aheadS = AHEAD_S): void {
    if (host.nowMs() < coldUntilMs) return;
    // The newest minute is not over: what is played up to is the one before it.
    const untilAt = Math.min(at + aheadS, host.newestAt() - MINUTE_S);
    const failed = () => {
      coldUntilMs = host.nowMs() + RETRY_MS;
      if (state.isPlaying && state.phase === 'waiting') set({ phase: 'failed' });
    };
    for (let hour = at; hour < untilAt; hour += HOUR_S) source.prepare(hour).catch(failed);
    if (untilAt >= at) source.prepare(untilAt).catch(failed);
  }

  function tick(): void {
    if (!clock || state.at === null) return;
    stopFrame = host.onNextFrame(tick);
    warm(state.at, Math.max(AHEAD_S, AHEAD_PLAYED_S * state.speed * MINUTE_S));
    const at = missingAt ?? playedMinute(clock, host.nowMs());
    if (at === state.at) return;
    if (at >= host.newestAt()) {
      toNow();
      return;
    }
    const view = source.heldAt(at);
    if (view) {
      if (missingAt !== null) clock = heldAt(clock, at, host.nowMs());
      missingAt = null;
      show(view, { at, phase: 'shown' });
    } else if (missingAt === null) {
      missingAt = at;
      set({ phase: 'waiting' });
    }
  }

  function pause(): void {
    stopFrame();
    clock = null;
    missingAt = null;
    // Paused while the next minute was on its way: the one before it is shown.
    const phase = state.isPlaying && state.phase === 'waiting' ? 'shown' : state.phase;
    if (state.isPlaying) set({ isPlaying: false, phase });
  }

  function toNow(): void {
    pause();
    stopRetry();
    wantedAt = null;
    call?.abort();
    call = null;
    show(null, { at: null, phase: 'shown' });
  }

  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    seek,
    toNow,
    pause,
    play() {
      if (state.at === null || clock) return;
      clock = { fromAt: state.at, startedMs: host.nowMs(), speed: state.speed };
      set({ isPlaying: true });
      tick();
    },
    setSpeed(speed) {
      if (clock) clock = atSpeed(clock, speed, host.nowMs());
      set({ speed });
    },
    close() {
      pause();
      stopRetry();
      call?.abort();
      call = null;
    },
  };
}
