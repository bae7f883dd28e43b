import { describe, expect, it } from 'vitest';
import { targetBikesOf } from './target';

describe('targetBikesOf', () => {
  it.each`
    targetRatio | capacity | targetBikes | why
    ${0.07}     | ${100}   | ${7}        | ${'7.000000000000001 means 7'}
    ${0.28}     | ${25}    | ${7}        | ${'7.000000000000001 means 7'}
    ${0.21}     | ${24}    | ${6}        | ${'5.04 is rounded up'}
    ${1}        | ${24}    | ${24}       | ${'the whole station'}
    ${0}        | ${24}    | ${3}        | ${'the minimum'}
  `('$targetRatio of $capacity docks: $why', ({ targetRatio, capacity, targetBikes }) => {
    expect(targetBikesOf(capacity, { minBikes: 3, targetRatio })).toBe(targetBikes);
  });

  it('is a plain 0 where nothing is wanted', () => {
    expect(targetBikesOf(0, { minBikes: 0, targetRatio: 0 })).toBe(0);
  });
});
