import { describe, expect, it } from 'vitest';
import { SimulationClock } from './simulationClock';

function makeClock(options: Partial<ConstructorParameters<typeof SimulationClock>[0]> = {}) {
  const wall = { at: new Date('2026-11-23T12:00:00Z') };
  const clock = new SimulationClock({
    wallClock: () => wall.at,
    startAt: new Date('2022-05-17T05:00:00Z'),
    speed: 1,
    times: 'now',
    lagS: 0,
    ...options,
  });
  const pass = (seconds: number) => {
    wall.at = new Date(wall.at.getTime() + seconds * 1_000);
  };
  return { clock, pass, wall };
}

describe('the simulation clock', () => {
  it('runs at its speed from the moment it was given', () => {
    const { clock, pass } = makeClock({ speed: 60 });
    pass(10);
    expect(clock.simulatedNow()).toEqual(new Date('2022-05-17T05:10:00Z'));
  });

  it('shows the simulated present as the present, and earlier ages in full', () => {
    const { clock, pass, wall } = makeClock({ speed: 60 });
    pass(10);
    expect(clock.shown(clock.simulatedNow())).toEqual(wall.at);
    expect(clock.shown(new Date('2022-05-17T04:40:00Z'))).toEqual(new Date('2026-11-23T11:40:00Z'));
  });

  it('shows recorded times as they are where that is wanted', () => {
    const { clock, pass } = makeClock({ times: 'recorded' });
    pass(60);
    expect(clock.shownNow()).toEqual(new Date('2022-05-17T05:01:00Z'));
    expect(clock.shown(new Date('2020-01-01T00:00:00Z'))).toEqual(new Date('2020-01-01T00:00:00Z'));
  });

  it('never shows the future, whatever the speed becomes', () => {
    const { clock, pass, wall } = makeClock();
    for (const speed of [100, 0, 0.5, 1]) {
      clock.setSpeed(speed);
      pass(7);
      expect(clock.shown(clock.simulatedNow()).getTime()).toBeLessThanOrEqual(wall.at.getTime());
    }
  });

  it('does not move when its speed changes', () => {
    const { clock, pass } = makeClock();
    pass(30);
    const before = clock.simulatedNow();
    clock.setSpeed(500);
    expect(clock.simulatedNow()).toEqual(before);
  });

  it('with a lag shows the same city as reported that long ago, by a feed of now', () => {
    const { clock, wall } = makeClock({ lagS: 600 });
    expect(clock.simulatedNow()).toEqual(new Date('2022-05-17T05:00:00Z'));
    expect(clock.shown(clock.simulatedNow())).toEqual(new Date('2026-11-23T11:50:00Z'));
    expect(clock.shownNow()).toEqual(wall.at);
  });
});
