import type { PasswordProblem } from './passwordRules';
import type { NameProblem } from './personName';

/** What became of a form that stands behind a secret link. */
export type LinkOutcome =
  /** The account is open to the person, by the password they chose. */
  | { kind: 'opened'; email: string }
  | { kind: 'invalid'; errors: { name?: NameProblem; password?: PasswordProblem } }
  | { kind: 'dead' }
  /** Somebody has an account under the address by now. */
  | { kind: 'known' }
  | { kind: 'tooMany'; waitMin: number };

/** What such a form is answered. */
export type LinkAnswer = LinkOutcome | { kind: 'failed' };
