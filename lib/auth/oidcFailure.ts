/** Why somebody who is known elsewhere is not let in here. */
export const OIDC_REFUSALS = [
  /** The provider tells no e-mail address, or one that is none. */
  'email',
  'unverified',
  'domain',
  'group',
  /** An account with a password has the address: its owner connects the two. */
  'password',
  /** The account belongs to another subject of the same provider. */
  'taken',
  'disabled',
  'lastAdmin',
] as const;

export type OidcRefusal = (typeof OIDC_REFUSALS)[number];

/** Everything that can go wrong with single sign-on, as the sign-in page says it. */
export const OIDC_FAILURES = [
  ...OIDC_REFUSALS,
  /** Consent was refused, or the provider lets the person not in. */
  'denied',
  'unreachable',
  'configuration',
  /** State, nonce, code or signature were not what they had to be. */
  'unproven',
] as const;

export type OidcFailure = (typeof OIDC_FAILURES)[number];
