import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnv } from '@/lib/env/env';
import { systemIdOf } from './systemId.mjs';

describe('systemIdOf', () => {
  it.each([
    ['https://velib-metropole-opendata.smovengo.cloud/opendata/Velib_Metropole/gbfs.json', 'velib'],
    ['https://velib-metropole-opendata.smoove.pro/opendata/Velib_Metropole/gbfs.json', 'velib'],
    ['https://gbfs.example.org/v2/oslo/gbfs.json', 'gbfs-example-org-v2-oslo'],
    ['http://127.0.0.1:8090/gbfs.json', '127-0-0-1-8090'],
    ['https://example.org/gbfs', 'example-org'],
  ])('%s is %s', (url, id) => {
    expect(systemIdOf(url)).toBe(id);
  });

  it('makes an id that the environment accepts of any URL, and keeps long ones apart', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        const SYSTEM_ID = systemIdOf(url);
        expect(readEnv({ DATABASE_URL: 'postgresql://x/y', SYSTEM_ID }).SYSTEM_ID).toBe(SYSTEM_ID);
      }),
    );
    const long = `https://example.org/${'a'.repeat(80)}`;
    expect(systemIdOf(`${long}/1/gbfs.json`)).not.toBe(systemIdOf(`${long}/2/gbfs.json`));
  });
});
