import { describe, expect, it } from 'vitest';
import { stepText } from './stepText';

const range = { min: 5, max: 20, step: 5 };

describe('stepText', () => {
  it('moves by one step and stays on the grid of the lower bound', () => {
    expect(stepText('10', 1, range)).toBe('15');
    expect(stepText('10', -1, range)).toBe('5');
    expect(stepText('7', 1, range)).toBe('10');
    expect(stepText('7', -1, range)).toBe('5');
  });

  it('stays in range', () => {
    expect(stepText('20', 1, range)).toBe('20');
    expect(stepText('5', -1, range)).toBe('5');
    expect(stepText('900', -1, range)).toBe('20');
  });

  it('starts from the lower bound where nothing or nonsense stands', () => {
    for (const text of ['', '  ', 'many', '1e999']) expect(stepText(text, 1, range)).toBe('5');
  });

  it('reads a decimal comma', () => {
    expect(stepText('7,5', 1, range)).toBe('10');
  });
});
