import { roleAllows } from '@/lib/auth/permissions';
import type { Role } from '@/lib/db/generated/enums';
import type { AdminTab } from './AdminTabs';

/** The pages of the administration that a role opens, in the order in which they stand. */
export function adminTabsOf(role: Role): AdminTab[] {
  const tabs: AdminTab[] = [];
  if (roleAllows(role, 'people.manage')) tabs.push('people');
  if (roleAllows(role, 'feeds.read')) tabs.push('feeds');
  if (roleAllows(role, 'audit.read')) tabs.push('audit');
  return tabs;
}
