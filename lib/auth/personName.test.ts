import { describe, expect, it } from 'vitest';
import { judgeName, MAX_NAME_LENGTH, tidyName } from './personName';

describe('names', () => {
  it.each([
    ['  Ada \t King\n Lovelace ', 'Ada King Lovelace'],
    ['Zoe\u0308', 'Zoë'],
    ['Ada\u202Enimda', 'Adanimda'],
    ['\u200B\u2066', ''],
    ['<b>Ada</b>', '<b>Ada</b>'],
  ])('%j is kept as %j', (typed, kept) => expect(tidyName(typed)).toBe(kept));

  it('are neither empty nor endless', () => {
    expect(judgeName('')).toBe('nameMissing');
    expect(judgeName('É'.repeat(MAX_NAME_LENGTH))).toBeNull();
    expect(judgeName('É'.repeat(MAX_NAME_LENGTH + 1))).toBe('nameTooLong');
  });
});
