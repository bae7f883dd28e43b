import { headers } from 'next/headers';

/** The nonce proxy.ts put into the content policy of this request; undefined where it did not run. */
export async function requestNonce(): Promise<string | undefined> {
  const policy = (await headers()).get('content-security-policy');
  return policy ? /'nonce-([A-Za-z0-9+/=]+)'/.exec(policy)?.[1] : undefined;
}
