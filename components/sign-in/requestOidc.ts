import { postToNextAuth } from '@/components/shell/postToNextAuth';
import { parseSignInErrorCode, type SignInError } from '@/lib/auth/signInError';

export type OidcAnswer =
  /** Where the provider asks who it is. */
  { kind: 'away'; url: string } | SignInError | { kind: 'connection' };

/** Asks the server to start single sign-on. Never throws. */
export async function requestOidc(callbackUrl: string): Promise<OidcAnswer> {
  const url = await postToNextAuth('signin/oidc', { callbackUrl }).catch(() => null);
  if (!url) return { kind: 'connection' };
  if (url.origin !== window.location.origin) return { kind: 'away', url: url.href };
  return parseSignInErrorCode(url.searchParams.get('error') ?? '');
}
