import { describe, expect, it } from 'vitest';
import { readEnv } from './env';
import { highestRole } from './oidcFields';

const BASE = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' };
const OIDC = {
  OIDC_ISSUER: 'https://login.example.org',
  OIDC_CLIENT_ID: 'limelight',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_ALLOWED_DOMAINS: 'Lime.example, lime.test',
  OIDC_ROLES: 'CN=Admins,OU=Lime = admin; Field team=viewer;',
};
const read = (names: Record<string, string>) => readEnv({ ...BASE, ...names });

describe('the variables of single sign-on', () => {
  it('are read, with the usual claim and scope', () => {
    const env = read(OIDC);
    expect(env.OIDC_ALLOWED_DOMAINS).toEqual(['lime.example', 'lime.test']);
    expect(env.OIDC_ROLES).toEqual(
      new Map([
        ['CN=Admins,OU=Lime', 'admin'],
        ['Field team', 'viewer'],
      ]),
    );
    expect(env.OIDC_GROUPS_CLAIM).toBe('groups');
    expect(env.OIDC_SCOPE).toBe('openid email profile');
  });

  it('may all be absent or empty', () => {
    expect(read({}).OIDC_ISSUER).toBeUndefined();
    const empty = Object.fromEntries(Object.keys(OIDC).map((name) => [name, '']));
    expect(read(empty).OIDC_ROLES).toBeUndefined();
  });

  it.each(Object.keys(OIDC))('stop the start when only %s is missing', (name) => {
    expect(() => read({ ...OIDC, [name]: '' })).toThrow(`${name}: needed for single sign-on`);
  });

  it.each([
    ['OIDC_ISSUER', 'http://login.example.org'],
    ['OIDC_ISSUER', 'http://127.0.0.1.evil.example'],
    ['OIDC_ISSUER', 'https://login.example.org/?tenant=1'],
    ['OIDC_ISSUER', 'https://user:pass@login.example.org'],
    ['OIDC_ISSUER', 'login.example.org'],
    ['OIDC_ALLOWED_DOMAINS', '*'],
    ['OIDC_ALLOWED_DOMAINS', '@lime.example'],
    ['OIDC_ALLOWED_DOMAINS', 'lime.example,,'],
    ['OIDC_ALLOWED_DOMAINS', 'limе.example'], // Cyrillic е
    ['OIDC_ROLES', 'everybody'],
    ['OIDC_ROLES', 'everybody=root'],
    ['OIDC_ROLES', '=admin'],
    ['OIDC_ROLES', 'a=viewer; a=admin'],
    ['OIDC_ROLES', ';'],
    ['OIDC_SCOPE', 'email profile'],
  ])('refuse %s=%s', (name, value) => {
    expect(() => read({ ...OIDC, [name]: value })).toThrow(new RegExp(`  ${name}: `));
  });

  it('take http for a provider on the same machine', () => {
    for (const OIDC_ISSUER of ['http://127.0.0.1:9000', 'http://localhost:9000/realm']) {
      expect(read({ ...OIDC, OIDC_ISSUER }).OIDC_ISSUER).toBe(OIDC_ISSUER);
    }
  });
});

describe('highestRole', () => {
  it('is an admin’s before a dispatcher’s before a driver’s before a viewer’s', () => {
    expect(highestRole(['viewer', 'admin', 'driver'])).toBe('admin');
    expect(highestRole(['driver', 'dispatcher'])).toBe('dispatcher');
    expect(highestRole(['viewer', 'driver'])).toBe('driver');
    expect(highestRole([])).toBeUndefined();
  });
});
