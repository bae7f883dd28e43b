import { describe, expect, it } from 'vitest';
import { estimatePhantoms } from './phantoms';

describe('estimatePhantoms', () => {
  it.each`
    minBikes | departures | observedH | phantomBikes | why
    ${2}     | ${40}      | ${72}     | ${2}         | ${'two bikes stayed while forty left'}
    ${0}     | ${40}      | ${72}     | ${0}         | ${'the station was empty once'}
    ${2}     | ${12}      | ${48}     | ${2}         | ${'just enough history and turnover'}
    ${2}     | ${40}      | ${47.9}   | ${0}         | ${'too little history'}
    ${2}     | ${11}      | ${72}     | ${0}         | ${'too quiet to tell'}
    ${20}    | ${99}      | ${72}     | ${0}         | ${'a large, half-idle station'}
    ${20}    | ${100}     | ${72}     | ${20}        | ${'a whole rank of broken bikes'}
    ${3}     | ${0}       | ${72}     | ${0}         | ${'nothing ever moves'}
  `('is $phantomBikes: $why', ({ minBikes, departures, observedH, phantomBikes }) => {
    const window = { stationId: '0042', minBikes, departures, observedH };
    expect(estimatePhantoms([window])).toEqual([
      { stationId: '0042', phantomBikes, windowH: Math.floor(observedH) },
    ]);
  });
});
