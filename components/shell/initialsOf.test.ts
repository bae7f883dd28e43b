import { describe, expect, it } from 'vitest';
import { initialsOf } from './initialsOf';

describe('initialsOf', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['  ada   king  lovelace ', 'AL'],
    ['Élodie', 'É'],
    ['🚲 Team', '🚲T'],
    ['', ''],
  ])('%j: %j', (name, initials) => expect(initialsOf(name)).toBe(initials));
});
