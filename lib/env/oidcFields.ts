import type { z } from 'zod';
import type { Role } from '@/lib/db/generated/enums';

/** Least first: who belongs to several groups gets the highest of their roles. */
const ROLES = ['viewer', 'driver', 'dispatcher', 'admin'] as const satisfies readonly Role[];

const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/** What the variables of single sign-on hold once they are read. */
export interface OidcFields {
  OIDC_ISSUER?: string;
  OIDC_CLIENT_ID?: string;
  OIDC_CLIENT_SECRET?: string;
  OIDC_ALLOWED_DOMAINS?: string[];
  OIDC_ROLES?: Map<string, Role>;
}

const NEEDED = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_ALLOWED_DOMAINS',
  'OIDC_ROLES',
] as const satisfies readonly (keyof OidcFields)[];

/** `example.org, example.com`: domains of e-mail addresses, each meant exactly. */
export function readDomains(text: string, context: z.RefinementCtx): string[] {
  const domains = text.split(',').map((domain) => domain.trim().toLowerCase());
  const wrong = domains.filter((domain) => !DOMAIN.test(domain));
  if (wrong.length > 0)
    context.addIssue({ code: 'custom', message: `no domain: ${wrong.join(', ') || '(empty)'}` });
  return domains;
}

/**
 * `Limelight admins=admin; everybody=viewer`: pairs of a group and a role, parted by semicolons.
 * The last equals sign of a pair counts, so that a group may be a directory's whole path.
 */
export function readRoles(text: string, context: z.RefinementCtx): Map<string, Role> {
  const roles = new Map<string, Role>();
  for (const pair of text.split(';').filter((part) => part.trim() !== '')) {
    const [, group = '', role = ''] = /^(.*)=([^=]*)$/.exec(pair) ?? [];
    const known = ROLES.find((name) => name === role.trim());
    if (known && group.trim() !== '' && !roles.has(group.trim())) roles.set(group.trim(), known);
    else context.addIssue({ code: 'custom', message: `not GROUP=ROLE, or twice: ${pair.trim()}` });
  }
  if (roles.size === 0) context.addIssue({ code: 'custom', message: 'names no group' });
  return roles;
}

/** The highest of some roles; undefined of none. */
export function highestRole(roles: readonly Role[]): Role | undefined {
  return ROLES.findLast((role) => roles.includes(role));
}

/** An issuer on the open network needs https: its keys vouch for everybody who signs in. */
export function isSafeIssuer(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, search, hash, username, password } = new URL(url);
  if (search || hash || username || password) return false;
  const isLoopback = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
}

/** All of it or nothing: half a configuration would leave a door ajar, or closed without a word. */
export function checkOidcFields(fields: OidcFields, context: z.RefinementCtx): void {
  const isSet = (name: (typeof NEEDED)[number]) => fields[name] !== undefined;
  if (!NEEDED.some(isSet)) return;
  for (const name of NEEDED) {
    if (!isSet(name))
      context.addIssue({ code: 'custom', path: [name], message: 'needed for single sign-on' });
  }
}
