import { describe, expect, it } from 'vitest';
import { listMove } from './listKeys';

describe('listMove', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 9, 9],
    ['ArrowUp', -1, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', -1, 3],
    ['PageDown', 8, 9],
    ['PageUp', 2, 0],
    ['Home', 5, 0],
    ['End', 5, 9],
  ])('%s from row %d goes to row %d of ten', (key, from, to) => {
    expect(listMove(key, from, 10, 4)).toEqual({ kind: 'move', row: to });
  });

  it('opens what is active, and nothing when nothing is', () => {
    expect(listMove('Enter', 3, 10, 4)).toEqual({ kind: 'open' });
    expect(listMove(' ', 3, 10, 4)).toEqual({ kind: 'open' });
    expect(listMove('Enter', -1, 10, 4)).toBeNull();
  });

  it('leaves other keys and empty lists alone', () => {
    expect(listMove('a', 3, 10, 4)).toBeNull();
    expect(listMove('ArrowDown', -1, 0, 4)).toBeNull();
  });
});
