import { encode } from 'next-auth/jwt';
import { describe, expect, it } from 'vitest';
import { mintSessionToken, readSessionToken, sessionCookieName } from './sessionToken';

const SECRET = 'a secret of at least thirty-two characters';
const claims = { userId: 'u1', sessionId: 's1' };

describe('session tokens', () => {
  it('are read as they were minted', async () => {
    expect(await readSessionToken(await mintSessionToken(claims, SECRET), SECRET)).toEqual(claims);
  });

  it('are nothing when absent, forged, over, of another secret or without a session id', async () => {
    const token = await mintSessionToken(claims, SECRET);
    const over = await encode({
      token: { sub: 'u1', sid: 's1' },
      secret: SECRET,
      maxAge: -60,
    });
    const nameless = await encode({ token: { sub: 'u1' }, secret: SECRET, maxAge: 60 });
    expect(await readSessionToken(undefined, SECRET)).toBeNull();
    expect(await readSessionToken(`${token.slice(0, -2)}xx`, SECRET)).toBeNull();
    expect(await readSessionToken(over, SECRET)).toBeNull();
    expect(await readSessionToken(token, `${SECRET}!`)).toBeNull();
    expect(await readSessionToken(nameless, SECRET)).toBeNull();
  });
});

describe('sessionCookieName', () => {
  it('binds the cookie to the host wherever there is https', () => {
    expect(sessionCookieName('https://limelight.example')).toBe('__Host-limelight.session');
    expect(sessionCookieName('http://localhost:3000')).toBe('limelight.session');
  });
});
