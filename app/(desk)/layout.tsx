import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { chooseLocale } from '@/app/chooseLocale';
import { siteIcon } from '@/app/siteIcon';
import { adminTabsOf } from '@/components/admin/adminTabsOf';
import { AlertsBell } from '@/components/alerts/AlertsBell';
import { ServiceWorker } from '@/components/offline/ServiceWorker';
import { AccountMenu } from '@/components/shell/AccountMenu';
import { Rail } from '@/components/shell/Rail';
import { currentUser } from '@/lib/auth/guard';
import { roleAllows } from '@/lib/auth/permissions';
import { getTranslator } from '@/lib/i18n/translator';
import { currentCity } from '@/lib/live/currentCity';

/** A tab among many must tell a simulated city from the real one. */
export async function generateMetadata(): Promise<Metadata> {
  const city = await currentCity();
  return { icons: siteIcon(city?.view.base.simulation ?? null) };
}

/**
 * Rail and place for a page. No guard: every page asks for its own permission, and this one only
 * leaves out what the person could not open.
 */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [user, t] = await Promise.all([currentUser(), getTranslator('shell')]);
  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <a
        href="#content"
        className="absolute top-2 left-2 z-[2000] -translate-y-20 rounded-sm bg-inverse px-3 py-2 text-on-inverse focus:translate-y-0"
      >
        {t('skip')}
      </a>
      {user && (
        <Rail
          alerts={roleAllows(user.role, 'alerts.own') && <AlertsBell />}
          mayRead={roleAllows(user.role, 'map.read')}
          maySet={roleAllows(user.role, 'settings.read')}
          mayAdminister={adminTabsOf(user.role).length > 0}
          account={
            <AccountMenu
              user={{ name: user.name, email: user.email, role: user.role }}
              chooseLocale={chooseLocale}
            />
          }
        />
      )}
      <ServiceWorker />
      <div id="content" tabIndex={-1} className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        {children}
      </div>
    </div>
  );
}
