import { describe, expect, it } from 'vitest';
import { HEAT_STEPS, heatClass, weekMove } from './weekHeat';

describe('heatClass', () => {
  it('keeps nothing apart from little, and each class from the next', () => {
    expect([0, 0.01, 0.05, 0.051, 0.15, 0.3, 0.6, 0.61, 1].map(heatClass)).toEqual([
      0, 1, 1, 2, 2, 3, 4, 5, 5,
    ]);
    expect(heatClass(1)).toBe(HEAT_STEPS.length);
  });
});

describe('weekMove', () => {
  it('walks over the week and stops at its edges', () => {
    expect(weekMove('ArrowRight', { day: 0, hour: 23 })).toEqual({ day: 0, hour: 23 });
    expect(weekMove('ArrowLeft', { day: 2, hour: 5 })).toEqual({ day: 2, hour: 4 });
    expect(weekMove('ArrowUp', { day: 0, hour: 5 })).toEqual({ day: 0, hour: 5 });
    expect(weekMove('ArrowDown', { day: 6, hour: 5 })).toEqual({ day: 6, hour: 5 });
    expect(weekMove('End', { day: 3, hour: 5 })).toEqual({ day: 3, hour: 23 });
    expect(weekMove('Enter', { day: 3, hour: 5 })).toBeNull();
  });
});
