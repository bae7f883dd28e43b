import type { ReactNode } from 'react';
import { AdminTabs } from '@/components/admin/AdminTabs';
import { adminTabsOf } from '@/components/admin/adminTabsOf';
import { currentUser } from '@/lib/auth/guard';

/**
 * The tabs above a page of the administration; the page is the one that scrolls. No guard: every
 * page asks for its own permission, and this one only leaves out what the person could not open.
 */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  const tabs = user ? adminTabsOf(user.role) : [];
  return (
    <>
      {tabs.length > 0 && <AdminTabs tabs={tabs} />}
      {children}
    </>
  );
}
