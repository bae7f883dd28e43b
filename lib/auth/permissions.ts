import type { Role } from '@/lib/db/generated/enums';

/** What can be allowed or not. One word a thing that is done, not a page it is done on. */
export type Permission = 'map.read' | 'stations.export' | 'settings.read' | 'settings.write';

const LOOK: readonly Permission[] = ['map.read', 'stations.export'];

/** Who may do what: the whole table. */
const PERMISSIONS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  viewer: new Set(LOOK),
  dispatcher: new Set(LOOK),
  driver: new Set(LOOK),
  admin: new Set([...LOOK, 'settings.read', 'settings.write'] as const),
};

/** Whether people of a role may do something. */
export function roleAllows(role: Role, permission: Permission): boolean {
  return PERMISSIONS[role].has(permission);
}
