import { describe, expect, it } from 'vitest';
import { linePicture } from './linePath';

describe('linePicture', () => {
  it('draws each step to scale, and what is not known as one gap', () => {
    const line = { fromAt: 0, stepS: 10, emptyStations: [4, 2, null, null, 0] };
    expect(linePicture(line, { fromAt: 0, toAt: 50 })).toEqual({
      area: 'M0 1V0h0.2V1zM0.2 1V0.5h0.2V1z',
      gaps: [{ x: 0.4, width: 0.4 }],
      highest: 4,
    });
  });

  it('cuts off what lies beyond the stretch', () => {
    const line = { fromAt: -10, stepS: 10, emptyStations: [9, 3, null, 5] };
    expect(linePicture(line, { fromAt: 0, toAt: 20 })).toEqual({
      area: 'M0 1V0.6667h0.5V1z',
      gaps: [{ x: 0.5, width: 0.5 }],
      highest: 9,
    });
  });

  it('draws nothing of nothing', () => {
    expect(
      linePicture({ fromAt: 0, stepS: 900, emptyStations: [] }, { fromAt: 0, toAt: 9 }),
    ).toEqual({ area: '', gaps: [], highest: 0 });
  });
});
