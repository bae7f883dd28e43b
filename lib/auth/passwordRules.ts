/** Shorter ones are guessed. Length is the only rule: NIST SP 800-63B asks for no mixtures. */
export const MIN_PASSWORD_LENGTH = 10;
/** Longer texts are refused before any work is done on them. */
export const MAX_PASSWORD_LENGTH = 1_000;

export type PasswordProblem = 'passwordMissing' | 'passwordTooShort' | 'passwordTooLong';

/** What is wrong with a password somebody wants to have; null where nothing is. */
export function judgeNewPassword(password: string): PasswordProblem | null {
  if (password === '') return 'passwordMissing';
  if ([...password].length < MIN_PASSWORD_LENGTH) return 'passwordTooShort';
  return password.length > MAX_PASSWORD_LENGTH ? 'passwordTooLong' : null;
}
