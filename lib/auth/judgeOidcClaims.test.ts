import { describe, expect, it } from 'vitest';
import { judgeOidcClaims, type OidcClaims } from './judgeOidcClaims';

const RULES = {
  issuer: 'https://login.example.org',
  allowedDomains: ['lime.example'],
  groupsClaim: 'groups',
  roles: new Map([
    ['desk', 'dispatcher'],
    ['admins', 'admin'],
  ] as const),
};
const CLAIMS: OidcClaims = {
  sub: 's-1',
  email: 'Ada@Lime.example',
  email_verified: true,
  name: 'Ada Lovelace',
  groups: ['everybody', 'desk'],
};
const judge = (claims: Record<string, unknown>, rules = RULES) =>
  judgeOidcClaims(rules, { ...CLAIMS, ...claims });

describe('judgeOidcClaims', () => {
  it('admits by a verified address of an allowed domain and a group with a role', () => {
    expect(judge({})).toEqual({
      kind: 'admitted',
      person: {
        issuer: 'https://login.example.org',
        subject: 's-1',
        email: 'ada@lime.example',
        name: 'Ada Lovelace',
        role: 'dispatcher',
      },
    });
    expect(judge({ groups: ['desk', 'admins'] })).toMatchObject({ person: { role: 'admin' } });
    expect(judge({ groups: 'admins' })).toMatchObject({ person: { role: 'admin' } });
    expect(judge({ email_verified: 'true' })).toMatchObject({ kind: 'admitted' });
  });

  it.each([
    ['email', { email: undefined }],
    ['email', { email: ['ada@lime.example'] }],
    ['email', { email: 'ada' }],
    ['email', { email: 'аda@lime.example' }], // Cyrillic а
    ['email', { email: 'ａda@lime.example' }], // would become ada by NFKC
    ['email', { email: 'Kim@lime.example'.replace('K', '\u212a') }], // Kelvin sign
    ['email', { email: 'ada@lime.example ' }],
    ['unverified', { email_verified: false }],
    ['unverified', { email_verified: undefined }],
    ['unverified', { email_verified: 'yes' }],
    ['unverified', { email_verified: 1 }],
    ['domain', { email: 'ada@evil.example' }],
    ['domain', { email: 'ada@sub.lime.example' }],
    ['domain', { email: 'ada@lime.example.evil.example' }],
    ['domain', { email: 'ada@evillime.example' }],
    ['group', { groups: undefined }],
    ['group', { groups: [] }],
    ['group', { groups: ['Desk', 'desk '] }],
    ['group', { groups: [['admins']] }],
    ['group', { groups: { admins: true } }],
    ['group', { groups: [null, 7] }],
  ])('refuses for %s: %j', (reason, claims) => {
    expect(judge(claims)).toEqual({ kind: 'refused', reason });
  });

  it('finds groups under a path, and under a name with dots', () => {
    const nested = { ...RULES, groupsClaim: 'realm_access.roles' };
    expect(judge({ realm_access: { roles: ['desk'] } }, nested).kind).toBe('admitted');
    expect(judge({ realm_access: null }, nested).kind).toBe('refused');
    const namespaced = { ...RULES, groupsClaim: 'https://lime.example/groups' };
    expect(judge({ 'https://lime.example/groups': ['desk'] }, namespaced).kind).toBe('admitted');
    expect(judge({}, { ...RULES, groupsClaim: 'constructor.name' }).kind).toBe('refused');
  });

  it('makes a name out of what there is, without control characters', () => {
    const nameOf = (claims: Record<string, unknown>) => {
      const judged = judge(claims);
      return judged.kind === 'admitted' ? judged.person.name : null;
    };
    expect(nameOf({ name: undefined, given_name: 'Ada', family_name: 'King' })).toBe('Ada King');
    expect(nameOf({ name: ' A\u202e\nda ' })).toBe('A da');
    expect(nameOf({ name: undefined })).toBe('ada');
    expect(nameOf({ name: 'x'.repeat(500) })).toHaveLength(80);
  });
});
