import { describe, expect, it } from 'vitest';
import { FAULTS, type PlannedFault, planFaults } from './faultPlan';

const options = { durationS: 90, workers: 2, faults: FAULTS };

describe('a plan of faults', () => {
  it('is the seed’s alone', () => {
    expect(planFaults({ ...options, seed: 7 })).toEqual(planFaults({ ...options, seed: 7 }));
    expect(planFaults({ ...options, seed: 7 })).not.toEqual(planFaults({ ...options, seed: 8 }));
  });

  it('has every kind once in each round, in the order of time, and leaves a calm end', () => {
    for (let seed = 0; seed < 50; seed++) {
      const plan = planFaults({ ...options, seed, durationS: 600 });
      const rounds = Math.floor(plan.length / FAULTS.length);
      expect(rounds).toBeGreaterThan(3);
      for (let round = 0; round < rounds; round++) {
        const kinds = plan.slice(round * FAULTS.length, (round + 1) * FAULTS.length);
        expect(kinds.map((f) => f.fault).sort()).toEqual([...FAULTS].sort());
      }
      expect(plan.map((f) => f.atS)).toEqual(plan.map((f) => f.atS).sort((a, b) => a - b));
      for (const { atS, lastsS } of plan) expect(atS + lastsS).toBeLessThanOrEqual(594);
    }
  });

  it('never takes a server away twice at once', () => {
    const isLong = ({ fault }: PlannedFault) =>
      fault === 'postgresAway' || fault === 'postgresHangs';
    for (let seed = 0; seed < 50; seed++) {
      const long = planFaults({ ...options, seed, durationS: 600 }).filter(isLong);
      long.slice(1).forEach((next, i) => {
        expect(next.atS).toBeGreaterThan(long[i]!.atS + long[i]!.lastsS);
      });
    }
  });

  it('kills at work as well as at rest, and only those who work', () => {
    const plan = planFaults({ ...options, seed: 1, durationS: 600 });
    const atWork = plan.filter((f) => f.afterAnswerMs !== null).map((f) => f.fault);
    expect(new Set(atWork)).toEqual(new Set(['killWorker', 'killPostgres']));
    expect(plan.some((f) => f.fault === 'killWorker' && f.afterAnswerMs === null)).toBe(true);
  });

  it('kills every worker', () => {
    const plan = planFaults({ ...options, seed: 1, durationS: 600 });
    expect(new Set(plan.map((f) => f.worker))).toEqual(new Set([0, 1]));
  });
});
