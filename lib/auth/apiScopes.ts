import type { Permission } from './permissions';

/**
 * What a token for programs can be given, and the permission each scope stands for: one line for
 * each thing that /api/v1 offers. A token never allows more than the role of its person does.
 */
const PERMISSION_OF = {
  'stations.read': 'stations.export',
  'history.read': 'history.read',
  'insights.read': 'insights.read',
} as const satisfies Record<string, Permission>;

export type ApiScope = keyof typeof PERMISSION_OF;

/** Every scope, in the order in which forms show them. */
export const API_SCOPES = Object.keys(PERMISSION_OF) as ApiScope[];

/** The scope that opens what needs a permission; null where none does. */
export function scopeOf(permission: Permission): ApiScope | null {
  return API_SCOPES.find((scope) => PERMISSION_OF[scope] === permission) ?? null;
}

/** Whether a text names a scope there is. */
export function isApiScope(text: string): text is ApiScope {
  return Object.hasOwn(PERMISSION_OF, text);
}

/** Whether scopes hold a permission. Scopes that are no more, as in old tokens, hold none. */
export function scopesAllow(scopes: readonly string[], permission: Permission): boolean {
  return scopes.some((scope) => isApiScope(scope) && PERMISSION_OF[scope] === permission);
}
