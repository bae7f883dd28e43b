export const MAX_NAME_LENGTH = 80;

export type NameProblem = 'nameMissing' | 'nameTooLong';

/** Controls, and the invisible characters that reorder or hide what stands beside them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/** A name as it is kept: composed, one space between words, nothing unseen. */
export function tidyName(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').replace(UNSEEN, '').trim();
}

/** What is wrong with a tidy name; null where nothing is. */
export function judgeName(name: string): NameProblem | null {
  if (name === '') return 'nameMissing';
  return [...name].length > MAX_NAME_LENGTH ? 'nameTooLong' : null;
}
