import { describe, expect, it } from 'vitest';
import { listMove } from './listKeys';

const plain = (key: string) => ({ key, shiftKey: false, isCommand: false });
const shift = (key: string) => ({ ...plain(key), shiftKey: true });
const command = (key: string) => ({ ...plain(key), isCommand: true });

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
    expect(listMove(plain(key), from, 10, 4)).toEqual({ kind: 'move', row: to, isRange: false });
    expect(listMove(shift(key), from, 10, 4)).toEqual({ kind: 'move', row: to, isRange: true });
  });

  it('opens and chooses what is active, and nothing when nothing is', () => {
    expect(listMove(plain('Enter'), 3, 10, 4)).toEqual({ kind: 'open' });
    expect(listMove(plain(' '), 3, 10, 4)).toEqual({ kind: 'choose', isRange: false });
    expect(listMove(shift(' '), 3, 10, 4)).toEqual({ kind: 'choose', isRange: true });
    expect(listMove(plain('Enter'), -1, 10, 4)).toBeNull();
    expect(listMove(plain(' '), -1, 10, 4)).toBeNull();
  });

  it('chooses all, and leaves the choice', () => {
    expect(listMove(command('a'), -1, 10, 4)).toEqual({ kind: 'chooseAll' });
    expect(listMove(plain('Escape'), -1, 10, 4)).toEqual({ kind: 'leave' });
  });

  it('leaves other keys, the browser’s own and empty lists alone', () => {
    expect(listMove(plain('a'), 3, 10, 4)).toBeNull();
    expect(listMove(command('End'), 3, 10, 4)).toBeNull();
    expect(listMove(command('c'), 3, 10, 4)).toBeNull();
    expect(listMove(plain('ArrowDown'), -1, 0, 4)).toBeNull();
  });
});
