import type { Role } from '@/lib/db/generated/enums';
import type { Env } from '@/lib/env/env';

/** The name under which next-auth knows the provider, in its addresses too. */
export const OIDC_PROVIDER_ID = 'oidc';

/** How people sign in elsewhere, as this deployment configures it. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** On the button. */
  name: string;
  scope: string;
  /** Of e-mail addresses, each meant exactly. */
  allowedDomains: readonly string[];
  groupsClaim: string;
  /** Role by group; who is in none of the groups stays out. */
  roles: ReadonlyMap<string, Role>;
}

/** @returns null where there is no single sign-on; lib/env has checked that it is whole */
export function oidcConfig(env: Env): OidcConfig | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ALLOWED_DOMAINS, OIDC_ROLES } = env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  if (!OIDC_ALLOWED_DOMAINS || !OIDC_ROLES) return null;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: env.OIDC_NAME ?? new URL(OIDC_ISSUER).host,
    scope: env.OIDC_SCOPE,
    allowedDomains: OIDC_ALLOWED_DOMAINS,
    groupsClaim: env.OIDC_GROUPS_CLAIM,
    roles: OIDC_ROLES,
  };
}
