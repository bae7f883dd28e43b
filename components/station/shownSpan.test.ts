import { describe, expect, it } from 'vitest';
import { fitSpan, LEAST_SPAN_S, MOST_SPAN_S, pastPart, zoomedSpan, zoomedText } from './shownSpan';

const PARIS = 'Europe/Paris';
const seconds = (text: string) => Date.parse(text) / 1_000;
const wish = (from: string | null, to: string | null) =>
  zoomedSpan({ span: 'week', from, to }, PARIS);

describe('the address', () => {
  it('says a span by the clock of the city, and is read back', () => {
    const span = { fromAt: seconds('2026-11-20T06:00Z'), toAt: seconds('2026-11-20T11:30Z') };
    const text = zoomedText(span, PARIS);
    expect(text).toEqual({ from: '2026-11-20T07:00', to: '2026-11-20T12:30' });
    expect(wish(text.from, text.to)).toEqual(span);
  });

  it('survives the night that is an hour longer', () => {
    const span = { fromAt: seconds('2026-10-25T00:30Z'), toAt: seconds('2026-10-25T01:30Z') };
    const { from, to } = zoomedText(span, PARIS);
    expect(wish(from, to)).toEqual(span);
  });

  it('is not believed where it makes no sense', () => {
    expect(wish('2026-11-20T07:00', null)).toBeNull();
    expect(wish('yesterday', '2026-11-20T07:00')).toBeNull();
    expect(wish('2026-11-20T12:00', '2026-11-20T07:00')).toBeNull();
    expect(wish('2026-11-20T12:00', '2026-11-20T12:10')).toBeNull();
    expect(wish('2016-11-20T12:00', '2026-11-20T12:10')).toBeNull();
  });
});

describe('pastPart', () => {
  it('leaves the future out, and a span that is all of it', () => {
    expect(pastPart({ fromAt: 0, toAt: 9_000 }, 8_000)).toEqual({ fromAt: 0, toAt: 8_000 });
    expect(pastPart({ fromAt: 0, toAt: 9_000 }, 10_000)).toEqual({ fromAt: 0, toAt: 9_000 });
    expect(pastPart({ fromAt: 7_000, toAt: 19_000 }, 8_000)).toBeNull();
  });
});

describe('fitSpan', () => {
  const DAY_S = 86_400;
  const limits = { fromAt: 0, toAt: 10 * DAY_S };

  it('moves what reaches beyond what is known, and keeps its length', () => {
    expect(fitSpan({ fromAt: 9.5 * DAY_S, toAt: 10.5 * DAY_S }, limits)).toEqual({
      fromAt: 9 * DAY_S,
      toAt: 10 * DAY_S,
    });
    expect(fitSpan({ fromAt: -3 * DAY_S, toAt: -2 * DAY_S }, limits)).toEqual({
      fromAt: 0,
      toAt: DAY_S,
    });
  });

  it('never shows more than there is, nor less than an hour', () => {
    expect(fitSpan({ fromAt: -50 * DAY_S, toAt: 50 * DAY_S }, limits)).toEqual(limits);
    const { fromAt, toAt } = fitSpan({ fromAt: DAY_S, toAt: DAY_S + 60 }, limits);
    expect(toAt - fromAt).toBe(LEAST_SPAN_S);
    const years = fitSpan({ fromAt: 0, toAt: 1e9 }, { fromAt: 0, toAt: 1e9 });
    expect(years.toAt - years.fromAt).toBe(MOST_SPAN_S);
  });

  it('takes a history of minutes', () => {
    const young = { fromAt: 10 * DAY_S - 600, toAt: 10 * DAY_S };
    expect(fitSpan({ fromAt: 9 * DAY_S, toAt: 10 * DAY_S }, young)).toEqual({
      fromAt: 10 * DAY_S - LEAST_SPAN_S,
      toAt: 10 * DAY_S,
    });
  });
});
