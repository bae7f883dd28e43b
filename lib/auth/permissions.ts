import type { Role } from '@/lib/db/generated/enums';

/** What can be allowed or not. One word a thing that is done, not a page it is done on. */
export type Permission =
  | 'map.read'
  | 'stations.export'
  | 'history.read'
  | 'insights.read'
  | 'account.own'
  | 'alerts.own'
  | 'settings.read'
  | 'settings.write'
  | 'people.manage'
  | 'feeds.read'
  | 'feeds.run'
  | 'audit.read';

const LOOK: readonly Permission[] = [
  'map.read',
  'stations.export',
  'history.read',
  'insights.read',
  'account.own',
  'alerts.own',
];
const ADMINISTER: readonly Permission[] = [
  'settings.read',
  'settings.write',
  'people.manage',
  'feeds.read',
  'feeds.run',
  'audit.read',
];

/** Who may do what: the whole table. */
const PERMISSIONS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  viewer: new Set(LOOK),
  dispatcher: new Set(LOOK),
  driver: new Set(LOOK),
  admin: new Set([...LOOK, ...ADMINISTER]),
};

/** Whether people of a role may do something. */
export function roleAllows(role: Role, permission: Permission): boolean {
  return PERMISSIONS[role].has(permission);
}
