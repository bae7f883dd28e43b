import type { Role } from '@/lib/db/generated/enums';
import { highestRole } from '@/lib/env/oidcFields';
import { normaliseEmail } from './email';
import type { OidcConfig } from './oidcConfig';
import type { OidcRefusal } from './oidcFailure';
import { MAX_NAME_LENGTH, tidyName } from './personName';

/** What a provider says of a person, once its signature was checked. Nothing more is certain. */
export type OidcClaims = Record<string, unknown> & { sub: string };

/** Somebody who may come in, as far as the provider decides it. */
export interface OidcPerson {
  issuer: string;
  subject: string;
  email: string;
  name: string;
  role: Role;
}

export type OidcJudgement =
  | { kind: 'admitted'; person: OidcPerson }
  | { kind: 'refused'; reason: OidcRefusal };

/** Nothing to be normalised: two mailboxes of the provider must not become one account here. */
const PLAIN = /^[\x21-\x7e]+$/;

type Rules = Pick<OidcConfig, 'issuer' | 'allowedDomains' | 'groupsClaim' | 'roles'>;

/**
 * Judges what a provider says of a person by the deployment's rules: a verified e-mail address of
 * an allowed domain, and a group that has a role. What is missing counts against them.
 */
export function judgeOidcClaims(rules: Rules, claims: OidcClaims): OidcJudgement {
  const email = emailOf(claims);
  if (!email) return { kind: 'refused', reason: 'email' };
  if (!isVerified(claims.email_verified)) return { kind: 'refused', reason: 'unverified' };
  if (!rules.allowedDomains.includes(email.slice(email.lastIndexOf('@') + 1)))
    return { kind: 'refused', reason: 'domain' };
  const groups = textsOf(claimAt(claims, rules.groupsClaim));
  const role = highestRole(groups.flatMap((group) => rules.roles.get(group) ?? []));
  if (!role) return { kind: 'refused', reason: 'group' };
  const person = { issuer: rules.issuer, subject: claims.sub, email, name: nameOf(claims, email) };
  return { kind: 'admitted', person: { ...person, role } };
}

function emailOf({ email }: OidcClaims): string | null {
  return typeof email === 'string' && PLAIN.test(email) ? normaliseEmail(email) : null;
}

/** Some providers write it as text. */
function isVerified(claim: unknown): boolean {
  return claim === true || claim === 'true';
}

/** A claim by its name, or by a path of names such as `realm_access.roles`. */
function claimAt(claims: Record<string, unknown>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined,
      claims,
    );
}

function textsOf(claim: unknown): string[] {
  return [claim].flat().filter((text): text is string => typeof text === 'string');
}

function nameOf({ name, given_name, family_name }: OidcClaims, email: string): string {
  const parts = textsOf([given_name, family_name]).join(' ');
  const given = typeof name === 'string' ? name : parts;
  const tidy = [...tidyName(given)].slice(0, MAX_NAME_LENGTH).join('').trim();
  return tidy || email.slice(0, email.lastIndexOf('@'));
}
