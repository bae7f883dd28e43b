import { requestSignIn } from '@/components/sign-in/requestSignIn';

/** Signs in with what was just chosen and goes on to the map; to the form where that fails. */
export async function signInThere(email: string, password: string): Promise<void> {
  const { kind } = await requestSignIn(email, password);
  window.location.assign(kind === 'signedIn' ? '/map' : '/sign-in');
}
