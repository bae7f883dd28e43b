import type { Profile, User } from 'next-auth';
import type { OAuthConfig, UserinfoEndpointHandler } from 'next-auth/providers/oauth';
import type { OidcMetadata } from './fetchOidcMetadata';
import type { OidcClaims } from './judgeOidcClaims';
import { OIDC_PROVIDER_ID, type OidcConfig } from './oidcConfig';

const TIMEOUT_MS = 5_000;

/**
 * The provider as next-auth speaks with it: code flow with PKCE, state and nonce, all three. The
 * addresses come from a discovery document that was checked (see fetchOidcMetadata), so that
 * next-auth does not look for them itself.
 */
export function oidcProvider(config: OidcConfig, metadata: OidcMetadata): OAuthConfig<OidcClaims> {
  const { authorizationUrl, tokenUrl, userinfoUrl, jwksUrl, tokenAuthMethod } = metadata;
  return {
    id: OIDC_PROVIDER_ID,
    name: config.name,
    type: 'oauth',
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    issuer: config.issuer,
    clientId: config.clientId,
    clientSecret: config.clientSecret,
    client: {
      token_endpoint_auth_method: tokenAuthMethod,
      id_token_signed_response_alg: 'RS256',
    },
    authorization: { url: authorizationUrl, params: { scope: config.scope } },
    token: { url: tokenUrl },
    jwks_endpoint: jwksUrl,
    httpOptions: { timeout: TIMEOUT_MS },
    // Who this is here is looked up in the signIn callback, which can refuse in words.
    profile: (claims) => ({ id: claims.sub }) as User,
    ...(userinfoUrl ? { userinfo: { url: userinfoUrl, request: askForClaims } } : {}),
  };
}

/**
 * Everything the provider tells: some put e-mail and groups into the ID token, some only where one
 * has to ask for them. What is signed wins; next-auth has checked its signature by now.
 */
const askForClaims: UserinfoEndpointHandler['request'] = async ({ tokens, client }) => {
  const { access_token: accessToken, id_token: idToken } = tokens;
  const signed = idToken ? claimsOf(idToken) : null;
  if (!signed || !accessToken) throw new Error('the provider sent no ID token or no access token');
  const told = await client.userinfo(accessToken);
  if (told.sub !== signed.sub) throw new Error('the user info is about somebody else');
  return { ...told, ...signed } as Profile;
};

function claimsOf(idToken: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
}
