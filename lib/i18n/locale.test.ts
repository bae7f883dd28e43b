import { describe, expect, it } from 'vitest';
import { chooseLocale, isLocale } from './locale';

describe('chooseLocale', () => {
  it('takes the choice before what the browser asks for', () => {
    expect(chooseLocale('fr', 'en-GB,en;q=0.9')).toBe('fr');
  });

  it('takes the best weighted language there are messages for', () => {
    expect(chooseLocale(undefined, 'de-DE,de;q=0.9,en;q=0.3,fr;q=0.8')).toBe('fr');
    expect(chooseLocale(undefined, 'fr-CH, en;q=0.9')).toBe('fr');
  });

  it('leaves out what is refused with q=0', () => {
    expect(chooseLocale(undefined, 'fr;q=0, en;q=0.1')).toBe('en');
  });

  it('falls back to English for nothing, nonsense and unknown languages', () => {
    for (const header of [undefined, null, '', ';;,=', 'ja', 'fr;q=abc', ','.repeat(10_000)]) {
      expect(chooseLocale('klingon', header)).toBe('en');
    }
  });
});

describe('isLocale', () => {
  it('knows only the languages with a message file', () => {
    expect(['en', 'fr', 'EN', 'toString', ''].filter(isLocale)).toEqual(['en', 'fr']);
  });
});
