import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password';

describe('verifyPassword', () => {
  it('knows the right password, in any spelling of the same letters', async () => {
    const hash = await hashPassword('Vélo d’été');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(hash, 'Vélo d’été'.normalize('NFD'))).toBe(true);
    expect(await verifyPassword(hash, 'velo d’ete')).toBe(false);
    expect(await verifyPassword(hash, '')).toBe(false);
  });

  it('says no without a hash, even to the decoy’s own password', async () => {
    expect(await verifyPassword(null, 'nobody has this password')).toBe(false);
  });

  it('works as hard without a hash as with one', async () => {
    const hash = await hashPassword('right');
    await verifyPassword(null, 'warm up');
    const time = async (stored: string | null) => {
      const startedAt = performance.now();
      for (let i = 0; i < 8; i++) await verifyPassword(stored, 'wrong');
      return performance.now() - startedAt;
    };
    const [withHash, without] = [await time(hash), await time(null)];
    expect(without).toBeGreaterThan(withHash / 4);
  });

  it('refuses enormous passwords without working on them', async () => {
    const long = 'x'.repeat(1_001);
    expect(await verifyPassword(await hashPassword(long), long)).toBe(false);
  });
});
