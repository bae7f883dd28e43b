import { describe, expect, it } from 'vitest';
import { normaliseEmail } from './email';

describe('normaliseEmail', () => {
  it('brings spellings of one address together', () => {
    for (const text of ['ada@lime.example', ' Ada@LIME.example ', 'ａｄａ@lime.example']) {
      expect(normaliseEmail(text)).toBe('ada@lime.example');
    }
  });

  it.each([
    'admin@limelight.local',
    'a.b+tag@x-y.example.org',
    'o’neil@x.org'.replace('’', "'"),
    'a@xn--bcher-kva.example',
  ])('accepts %s', (email) => expect(normaliseEmail(email)).toBe(email));

  it.each([
    '',
    'ada',
    '@x.org',
    'ada@',
    'ada@x',
    'a@b@c.org',
    'a b@x.org',
    '.a@x.org',
    'a..b@x.org',
    'a@-x.org',
    'a@x..org',
    'аda@lime.example', // Cyrillic а
    'ada@limе.example', // Cyrillic е
    'ada@bücher.example',
    'İ@x.org',
    'a​da@x.org', // zero-width space
    `${'a'.repeat(250)}@x.org`,
    'ada@x.org\nbcc: eve@x.org',
  ])('refuses %j', (text) => expect(normaliseEmail(text)).toBeNull());
});
