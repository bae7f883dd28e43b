/** Why a sign-in did not succeed, as the form says it. */
export type SignInError =
  | { kind: 'refused' }
  | { kind: 'tooMany'; waitMin: number }
  | { kind: 'unavailable' };

/** The error as the one word that next-auth carries from the server to the form. */
export function signInErrorCode(error: SignInError): string {
  return error.kind === 'tooMany' ? `tooMany:${error.waitMin}` : error.kind;
}

/** Reads that word; what is not known counts as refused, which tells least. */
export function parseSignInErrorCode(code: string): SignInError {
  const tooMany = /^tooMany:(\d{1,4})$/.exec(code);
  if (tooMany) return { kind: 'tooMany', waitMin: Math.max(1, Number(tooMany[1])) };
  return code === 'unavailable' ? { kind: 'unavailable' } : { kind: 'refused' };
}
