import { describe, expect, it } from 'vitest';
import { parseSignInErrorCode, signInErrorCode } from './signInError';

describe('sign-in error codes', () => {
  it('come back as they went', () => {
    for (const error of [
      { kind: 'refused' },
      { kind: 'unavailable' },
      { kind: 'tooMany', waitMin: 12 },
    ] as const) {
      expect(parseSignInErrorCode(signInErrorCode(error))).toEqual(error);
    }
  });

  it('count as refused when nobody knows them', () => {
    for (const code of ['CredentialsSignin', 'Configuration', 'tooMany:', 'tooMany:1e9', '']) {
      expect(parseSignInErrorCode(code)).toEqual({ kind: 'refused' });
    }
  });
});
