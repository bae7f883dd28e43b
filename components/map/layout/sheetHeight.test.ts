import { describe, expect, it } from 'vitest';
import { PEEK_PX, settleSheet, sheetHeightPx, stepSheet } from './sheetHeight';

const ROOM_PX = 800;

describe('settleSheet', () => {
  it('rests at the nearest height when let go gently', () => {
    expect(settleSheet(150, 0, ROOM_PX)).toBe('peek');
    expect(settleSheet(420, 0.2, ROOM_PX)).toBe('half');
    expect(settleSheet(700, -0.2, ROOM_PX)).toBe('full');
  });

  it('goes on in the direction of a flick', () => {
    expect(settleSheet(150, 1, ROOM_PX)).toBe('half');
    expect(settleSheet(410, 1, ROOM_PX)).toBe('full');
    expect(settleSheet(736, 1, ROOM_PX)).toBe('full');
    expect(settleSheet(390, -1, ROOM_PX)).toBe('peek');
    expect(settleSheet(730, -1, ROOM_PX)).toBe('half');
    expect(settleSheet(50, -1, ROOM_PX)).toBe('peek');
  });
});

describe('sheetHeightPx', () => {
  it('is ordered at any size of page, and never higher than the page', () => {
    for (const roomPx of [60, 120, 300, 844, 2000]) {
      const [peek, half, full] = (['peek', 'half', 'full'] as const).map((h) =>
        sheetHeightPx(h, roomPx),
      ) as [number, number, number];
      expect(peek).toBeLessThanOrEqual(half);
      expect(half).toBeLessThanOrEqual(full);
      expect(full).toBeLessThanOrEqual(roomPx);
    }
    expect(sheetHeightPx('peek', ROOM_PX)).toBe(PEEK_PX);
  });
});

describe('stepSheet', () => {
  it('stops at both ends', () => {
    expect([stepSheet('peek', -1), stepSheet('peek', 1), stepSheet('full', 1)]).toEqual([
      'peek',
      'half',
      'full',
    ]);
  });
});
