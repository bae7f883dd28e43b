import type { OAuthConfig } from 'next-auth/providers/oauth';
import { shareWhilePending } from '@/lib/http/shareWhilePending';
import type { Log } from '@/lib/log/log';
import { fetchOidcMetadata, type OidcDiscovery } from './fetchOidcMetadata';
import type { OidcClaims } from './judgeOidcClaims';
import { OIDC_PROVIDER_ID, type OidcConfig } from './oidcConfig';
import type { OidcFailure } from './oidcFailure';
import { oidcProvider } from './oidcProvider';

/** The provider, ready for this request, or why single sign-on cannot go on. */
export type PreparedOidc =
  | { kind: 'ready'; config: OidcConfig; provider: OAuthConfig<OidcClaims> }
  | { kind: 'failed'; failure: OidcFailure };

/** Errors of RFC 6749 and OpenID Connect that no other try mends. */
const CONFIGURATION_ERRORS = new Set([
  ...['invalid_request', 'unauthorized_client', 'unsupported_response_type', 'invalid_scope'],
  ...['invalid_client', 'request_not_supported', 'request_uri_not_supported'],
]);
const UNREACHABLE_ERRORS = new Set(['server_error', 'temporarily_unavailable']);

/**
 * Whether a request to next-auth starts single sign-on or comes back from it.
 *
 * @param path below /api/auth: `['callback', 'oidc']`
 */
export function isOidcRequest(method: string, path: readonly string[]): boolean {
  const action = method === 'POST' ? 'signin' : 'callback';
  return path.length === 2 && path[0] === action && path[1] === OIDC_PROVIDER_ID;
}

/**
 * Looks the provider up anew for each sign-in, so that one that is away or changed is told in
 * words instead of ending in a browser's error page.
 *
 * @param error what the provider sent back with instead of a code; null: nothing
 */
export async function prepareOidc(
  config: OidcConfig,
  error: string | null,
  log: Log,
): Promise<PreparedOidc> {
  const { issuer } = config;
  if (error !== null) {
    const failure = failureOf(error);
    const level = failure === 'denied' ? 'info' : 'error';
    log[level]({ issuer, error: error.slice(0, 100) }, 'the provider of single sign-on refused');
    return { kind: 'failed', failure };
  }
  const discovery = await discoverOnce(issuer);
  if (discovery.kind === 'ready')
    return { kind: 'ready', config, provider: oidcProvider(config, discovery.metadata) };
  const failure = discovery.kind === 'unusable' ? 'configuration' : 'unreachable';
  log.error({ issuer, why: discovery.why }, 'single sign-on is not possible');
  return { kind: 'failed', failure };
}

function failureOf(error: string): OidcFailure {
  if (CONFIGURATION_ERRORS.has(error)) return 'configuration';
  return UNREACHABLE_ERRORS.has(error) ? 'unreachable' : 'denied';
}

/** Many who start at once are one question to the provider. */
function discoverOnce(issuer: string): Promise<OidcDiscovery> {
  const known = pending.get(issuer) ?? shareWhilePending(() => fetchOidcMetadata(issuer));
  pending.set(issuer, known);
  return known();
}

const pending = new Map<string, () => Promise<OidcDiscovery>>();
