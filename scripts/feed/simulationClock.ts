import type { Clock } from '@/lib/units/clock';

export interface SimulationClockOptions {
  wallClock: Clock;
  /** The simulated moment at the start. */
  startAt: Date;
  /** Simulated seconds a second, 0 stands still. */
  speed: number;
  /** `now`: times are shown as if the simulated start were the present; `recorded`: as they are. */
  times: 'now' | 'recorded';
  /** How far the feed's content is behind the world it shows, in seconds of the wall clock. */
  lagS: number;
}

/**
 * Two axes of time: the simulated one, on which the city lives, and the wall clock's, on which the
 * feed is read. An anchor ties them; it is set anew when speed or moment change, so that times
 * already shown never move.
 */
export class SimulationClock {
  private readonly wallClock: Clock;
  private readonly times: 'now' | 'recorded';
  private anchorSimulatedMs: number;
  private anchorWallMs: number;
  private speedNow: number;
  private lagMs: number;

  constructor(options: SimulationClockOptions) {
    this.wallClock = options.wallClock;
    this.times = options.times;
    this.speedNow = options.speed;
    this.lagMs = options.lagS * 1_000;
    this.anchorSimulatedMs = options.startAt.getTime();
    this.anchorWallMs = this.wallClock().getTime() - this.lagMs;
  }

  get speed(): number {
    return this.speedNow;
  }

  /** The wall clock's present. */
  wallNow(): Date {
    return this.wallClock();
  }

  /** The simulated moment that the content should show now. */
  simulatedNow(): Date {
    const elapsedMs = this.wallClock().getTime() - this.lagMs - this.anchorWallMs;
    return new Date(this.anchorSimulatedMs + elapsedMs * this.speedNow);
  }

  /**
   * How a simulated instant is written in the feed. Instants before the anchor keep their age in
   * full; later ones are compressed by the speed, so that none is ever in the future.
   */
  shown(simulatedAt: Date): Date {
    if (this.times === 'recorded') return simulatedAt;
    const sinceMs = simulatedAt.getTime() - this.anchorSimulatedMs;
    const scale = sinceMs > 0 && this.speedNow > 0 ? 1 / this.speedNow : 1;
    return new Date(this.anchorWallMs + sinceMs * scale);
  }

  /** The feed's own time of an answer made now. */
  shownNow(): Date {
    if (this.times === 'now') return this.wallClock();
    return new Date(this.simulatedNow().getTime() + this.lagMs * this.speedNow);
  }

  /** Jumps to a simulated moment. */
  jumpTo(simulatedAt: Date): void {
    this.anchorWallMs = this.wallClock().getTime() - this.lagMs;
    this.anchorSimulatedMs = simulatedAt.getTime();
  }

  setSpeed(speed: number): void {
    const simulatedAt = this.simulatedNow();
    this.jumpTo(simulatedAt);
    this.speedNow = speed;
  }

  /** From now on the content is `lagS` behind; it stands still until the world is that far ahead. */
  setLag(lagS: number): void {
    this.lagMs = lagS * 1_000;
  }
}
