import { describe, expect, it } from 'vitest';
import { lookalikeOf } from './lookalike';

const KNOWN = ['ada@lime.example', 'bob1@lime.example', 'mona@lime.example'];

describe('lookalikeOf', () => {
  it.each([
    ['аda@lime.example', 'a Cyrillic а'],
    ['ADA@LIМE.example', 'a Cyrillic М'],
    ['ada@lіme.example', 'a Cyrillic і in the domain'],
    ['ada@xn--lme-jhd.example', 'the same domain in its ASCII form'],
    ['ada@lïme.example', 'an accent'],
    ['ada\u200B@lime.example', 'a space of no width'],
  ])('%s is taken for Ada: %s', (email) => expect(lookalikeOf(email, KNOWN)).toBe(KNOWN[0]));

  it('knows what looks alike in plain Latin', () => {
    expect(lookalikeOf('bobl@lime.example', KNOWN)).toBe('bob1@lime.example');
    expect(lookalikeOf('rnona@lime.example', KNOWN)).toBe('mona@lime.example');
  });

  it('takes nobody for themselves, nor for somebody else', () => {
    for (const email of [...KNOWN, 'adam@lime.example', 'ada@lima.example']) {
      expect(lookalikeOf(email, KNOWN)).toBeNull();
    }
  });
});
