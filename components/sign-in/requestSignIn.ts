import { postToNextAuth } from '@/components/shell/postToNextAuth';
import { parseSignInErrorCode, type SignInError } from '@/lib/auth/signInError';

export type SignInAnswer = { kind: 'signedIn' } | SignInError | { kind: 'connection' };

/** Asks the server to sign in; a session cookie is set when it agrees. Never throws. */
export async function requestSignIn(email: string, password: string): Promise<SignInAnswer> {
  const url = await postToNextAuth('callback/credentials', { email, password }).catch(() => null);
  if (!url) return { kind: 'connection' };
  const code = url.searchParams.get('error');
  return code === null ? { kind: 'signedIn' } : parseSignInErrorCode(code);
}
