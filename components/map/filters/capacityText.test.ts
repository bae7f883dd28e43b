import { describe, expect, it } from 'vitest';
import { capacityToText, docksOf, rangeOf, textToCapacity } from './capacityText';

describe('a range of docks in the address', () => {
  it.each([
    ['20-40', { min: 20, max: 40 }],
    ['20-', { min: 20, max: null }],
    ['-40', { min: null, max: 40 }],
    ['0-0', { min: 0, max: 0 }],
  ])('%s goes in and out', (text, range) => {
    expect(textToCapacity(text)).toEqual(range);
    expect(capacityToText(range)).toBe(text);
  });

  it.each(['', '-', '20', '1-2-3', 'a-b', '-1-5', '1000-', '2.5-3'])('%j is none', (text) => {
    expect(textToCapacity(text)).toBeNull();
  });
});

describe('docks as they are typed', () => {
  it('are a whole number, or nothing, or a slip', () => {
    expect(docksOf(' 35 ')).toBe(35);
    expect(docksOf('  ')).toBeNull();
    for (const slip of ['-1', '3,5', 'ten', '1000']) expect(docksOf(slip)).toBeNaN();
  });

  it('make no range where neither end is given', () => {
    expect(rangeOf(null, null)).toBeNull();
    expect(rangeOf(0, null)).toEqual({ min: 0, max: null });
  });
});
