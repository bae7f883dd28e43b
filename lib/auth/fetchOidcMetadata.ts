import { z } from 'zod';
import { isSafeIssuer } from '@/lib/env/oidcFields';
import { describeError } from '@/lib/errors/describeError';

/** Of a provider whose discovery document is as it has to be. */
export interface OidcMetadata {
  authorizationUrl: string;
  tokenUrl: string;
  /** null: the provider puts everything into the ID token. */
  userinfoUrl: string | null;
  jwksUrl: string;
  tokenAuthMethod: 'client_secret_basic' | 'client_secret_post';
}

export type OidcDiscovery =
  | { kind: 'ready'; metadata: OidcMetadata }
  | { kind: 'unreachable'; why: string }
  /** Waiting does not help: somebody has to put it right. */
  | { kind: 'unusable'; why: string };

const TIMEOUT_MS = 5_000;

const safeUrl = z.string().refine(isSafeEndpoint, 'no https address');
const documentSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: safeUrl,
  token_endpoint: safeUrl,
  userinfo_endpoint: safeUrl.optional(),
  jwks_uri: safeUrl,
  response_types_supported: z.array(z.string()),
  id_token_signing_alg_values_supported: z.array(z.string()),
  code_challenge_methods_supported: z.array(z.string()).optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
});

/**
 * Reads and checks the provider's discovery document. next-auth would trust any issuer that the
 * document names; here it has to be the configured one, to the letter.
 *
 * @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationValidation
 */
export async function fetchOidcMetadata(issuer: string): Promise<OidcDiscovery> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const response = await fetch(url, {
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status >= 500) return { kind: 'unreachable', why: `answers ${response.status}` };
    if (!response.ok) return { kind: 'unusable', why: `${url} answers ${response.status}` };
    return readOidcDocument(await response.json(), issuer);
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error;
    const kind = error instanceof SyntaxError ? 'unusable' : 'unreachable';
    return { kind, why: `${url}: ${describeError(cause)}` };
  }
}

/** Judges a discovery document. */
export function readOidcDocument(document: unknown, issuer: string): OidcDiscovery {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) return unusable(z.prettifyError(parsed.error).replaceAll('\n', ' '));
  const found = parsed.data;
  if (found.issuer !== issuer)
    return unusable(`it calls itself ${found.issuer}, OIDC_ISSUER says ${issuer}`);
  if (!found.response_types_supported.includes('code')) return unusable('it has no code flow');
  if (!found.id_token_signing_alg_values_supported.includes('RS256'))
    return unusable('it does not sign with RS256');
  // Not every provider that has PKCE says so; one that says what it has must have this.
  if (found.code_challenge_methods_supported?.includes('S256') === false)
    return unusable('it has no PKCE with S256');
  const tokenAuthMethod = (['client_secret_basic', 'client_secret_post'] as const).find((method) =>
    found.token_endpoint_auth_methods_supported.includes(method),
  );
  if (!tokenAuthMethod) return unusable('it takes no client secret');
  return {
    kind: 'ready',
    metadata: {
      authorizationUrl: found.authorization_endpoint,
      tokenUrl: found.token_endpoint,
      userinfoUrl: found.userinfo_endpoint ?? null,
      jwksUrl: found.jwks_uri,
      tokenAuthMethod,
    },
  };
}

function unusable(why: string): OidcDiscovery {
  return { kind: 'unusable', why: `the discovery document: ${why}` };
}

/** As an issuer, but a query is allowed. */
function isSafeEndpoint(url: string): boolean {
  return isSafeIssuer(url.split('?')[0]!);
}
