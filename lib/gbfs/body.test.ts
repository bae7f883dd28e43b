import { describe, expect, it } from 'vitest';
import { CUT_AT_BYTES, parseBody } from './body';
import { manyOf, velibFile, velibStatus } from './feedSamples';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const reasonOf = (bytes: Uint8Array): string => {
  try {
    parseBody(bytes);
  } catch (error) {
    return (error as { reason: string }).reason;
  }
  throw new Error('The body was accepted');
};

describe('parseBody', () => {
  it('reads JSON, with a byte order mark or without', () => {
    expect(parseBody(bytesOf('{"a":"é"}'))).toEqual({ a: 'é' });
    expect(parseBody(bytesOf('\ufeff{"a":1}\n'))).toEqual({ a: 1 });
  });

  it.each([
    ['empty', ''],
    ['empty', ' \r\n '],
    ['html', '<!DOCTYPE html><html><body>502 Bad Gateway</body></html>'],
    ['truncated', '{"data":{"stations":[{"station_id":1},{"stat'],
    ['notJson', '{"data": undefined}'],
    ['truncated', 'Service unavailable'],
  ])('recognises %s', (reason, text) => expect(reasonOf(bytesOf(text))).toBe(reason));

  it('recognises a file cut at exactly 524,288 bytes, wherever the cut falls', () => {
    const stations = manyOf(3_000, (i) => velibStatus({ station_id: i, name: 'Éé' }));
    const whole = bytesOf(JSON.stringify(velibFile({ stations })));
    expect(whole.length).toBeGreaterThan(CUT_AT_BYTES);
    expect(reasonOf(whole.slice(0, CUT_AT_BYTES))).toBe('truncated');
    const cutAfterBrace = bytesOf(`{"a":[${' '.repeat(CUT_AT_BYTES - 8)}{}`);
    expect(cutAfterBrace.length).toBe(CUT_AT_BYTES);
    expect(reasonOf(cutAfterBrace)).toBe('truncated');
    const cutInsideLetter = bytesOf(`${'["'.padEnd(CUT_AT_BYTES - 1, 'x')}é`).slice(
      0,
      CUT_AT_BYTES,
    );
    expect(reasonOf(cutInsideLetter)).toBe('truncated');
  });

  it('refuses what is not UTF-8 rather than showing garbled names', () =>
    expect(reasonOf(Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x7d))).toBe('notJson'));
});
