import { describe, expect, it } from 'vitest';
import { apiTokenId, apiTokenPrefix, isApiToken, makeApiToken } from './apiToken';

describe('API tokens', () => {
  it('are recognised by their beginning and verified by the whole', () => {
    const { id, secretSha256, token } = makeApiToken();
    expect(apiTokenId(token)).toBe(id);
    expect(token.startsWith(apiTokenPrefix(id))).toBe(true);
    expect(isApiToken(token, secretSha256)).toBe(true);
    expect(secretSha256).not.toContain(token.slice(16));
    const last = token.at(-1) === 'A' ? 'B' : 'A';
    expect(isApiToken(token.slice(0, -1) + last, secretSha256)).toBe(false);
    expect(isApiToken(token, '')).toBe(false);
  });

  it('never repeat', () => {
    const made = Array.from({ length: 100 }, makeApiToken);
    expect(new Set(made.map(({ token }) => token)).size).toBe(100);
  });

  it.each([
    '',
    'll_',
    'Bearer x',
    `ll_0123456789ab_${'a'.repeat(42)}`,
    `ll_0123456789AB_${'a'.repeat(43)}`,
    `ll_0123456789ab_${'a'.repeat(43)}\n`,
    ` ll_0123456789ab_${'a'.repeat(43)}`,
  ])('%j has not the shape of one', (text) => expect(apiTokenId(text)).toBeNull());
});
