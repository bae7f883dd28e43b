import type { User } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { OidcMetadata } from './fetchOidcMetadata';
import type { OidcClaims } from './judgeOidcClaims';
import { OIDC_PROVIDER_ID, type OidcConfig } from './oidcConfig';

const TIMEOUT_MS = 5_000;

/**
 * The provider as next-auth speaks with it: code flow with PKCE, state and nonce, all three. The
 * addresses come from a discovery document that was checked (see fetchOidcMetadata), so that
 * next-auth does not look for them itself.
 */
export function oidcProvider(
  config: OidcConfig,
  metadata: OidcMetadata,
): OAuthConfig<OidcClaims> {
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
      token_endpoint_auth_method: metadata.tokenAuthMethod,
      id_token_signed_response_alg: 'RS256',
    },
    authorization: { url: metadata.authorizationUrl, params: { scope: config.scope } },
    token: { url: metadata.tokenUrl },
    userinfo: {
      url: metadata.userinfoUrl ?? undefined,
      // Where a provider puts what differs; the signed token wins.
      async request({ tokens, client }) {
        const signed = new TokenClaims(tokens.id_token).read();
        return signed;
      },
    },
    jwks_endpoint: metadata.jwksUrl,
    httpOptions: { timeout: TIMEOUT_MS },
    // Who this is here is looked up in the signIn callback, which can refuse in words.
    profile: (claims) => ({ id: claims.sub }) as User,
  };
}
