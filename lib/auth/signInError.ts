import { OIDC_FAILURES, type OidcFailure } from './oidcFailure';

/** Why a sign-in did not succeed, as the form says it. */
export type SignInError =
  | { kind: 'refused' }
  | { kind: 'tooMany'; waitMin: number }
  | { kind: 'unavailable' }
  | { kind: 'oidc'; reason: OidcFailure };

/** What next-auth itself says of a provider whose answer did not stand up to the checks. */
const UNPROVEN = new Set(['OAuthSignin', 'OAuthCallback', 'Callback']);

/** The error as the one word that next-auth carries from the server to the form. */
export function signInErrorCode(error: SignInError): string {
  if (error.kind === 'tooMany') return `tooMany:${error.waitMin}`;
  return error.kind === 'oidc' ? `oidc:${error.reason}` : error.kind;
}

/** Reads that word; what is not known counts as refused, which tells least. */
export function parseSignInErrorCode(code: string): SignInError {
  const tooMany = /^tooMany:(\d{1,4})$/.exec(code);
  if (tooMany) return { kind: 'tooMany', waitMin: Math.max(1, Number(tooMany[1])) };
  if (UNPROVEN.has(code)) return { kind: 'oidc', reason: 'unproven' };
  const reason = OIDC_FAILURES.find((failure) => code === `oidc:${failure}`);
  if (reason) return { kind: 'oidc', reason };
  return code === 'unavailable' ? { kind: 'unavailable' } : { kind: 'refused' };
}
