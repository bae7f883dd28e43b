import { describe, expect, it } from 'vitest';
import { parseSignInErrorCode, signInErrorCode } from './signInError';

describe('sign-in error codes', () => {
  it('come back as they went', () => {
    for (const error of [
      { kind: 'refused' },
      { kind: 'unavailable' },
      { kind: 'tooMany', waitMin: 12 },
      { kind: 'oidc', reason: 'group' },
    ] as const) {
      expect(parseSignInErrorCode(signInErrorCode(error))).toEqual(error);
    }
  });

  it('count as refused when nobody knows them', () => {
    for (const code of [
      ...['CredentialsSignin', 'Configuration', 'tooMany:', 'tooMany:1e9', 'oidc:', 'oidc:x', ''],
    ]) {
      expect(parseSignInErrorCode(code)).toEqual({ kind: 'refused' });
    }
  });

  it('say what next-auth means when the checks of a provider’s answer failed', () => {
    for (const code of ['OAuthSignin', 'OAuthCallback', 'Callback'])
      expect(parseSignInErrorCode(code)).toEqual({ kind: 'oidc', reason: 'unproven' });
  });
});
