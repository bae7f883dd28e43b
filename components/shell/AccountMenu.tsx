'use client';

import { LogOut, Monitor, UserRound } from 'lucide-react';
import Link from 'next/link';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { forgetView } from '@/components/offline/rememberedView';
import { Button, buttonClasses } from '@/components/ui/Button';
import { useIsHydrated } from '@/components/ui/useIsHydrated';
import type { CurrentUser } from '@/lib/auth/userStore';
import type { Locale } from '@/lib/i18n/locale';
import { initialsOf } from './initialsOf';
import { LanguageSwitch } from './LanguageSwitch';
import { postToNextAuth } from './postToNextAuth';
import { ThemeSwitch } from './ThemeSwitch';

interface AccountMenuProps {
  user: Pick<CurrentUser, 'name' | 'email' | 'role'>;
  chooseLocale: (locale: Locale) => Promise<void>;
}

/**
 * Who is signed in, their language and appearance, and the way out. The platform's own popover:
 * it closes on Escape and on a press elsewhere, and gives the focus back.
 */
export function AccountMenu({ user, chooseLocale }: AccountMenuProps) {
  const t = useTranslations('shell');
  const panelId = useId();
  const isBrowser = useIsHydrated(); // closed until then: no server need draw what is inside
  return (
    <>
      <button
        type="button"
        popoverTarget={panelId}
        aria-label={t('signedInAs', { name: user.name })}
        className="flex h-14 min-w-16 flex-1 flex-col items-center justify-center gap-0.5 text-ink-muted text-xs -outline-offset-4 transition-colors hover:text-ink"
      >
        <span className="flex size-7 items-center justify-center rounded-full bg-inverse font-semibold text-[11px] text-on-inverse">
          {initialsOf(user.name)}
        </span>
        {t('account')}
      </button>
      <div
        id={panelId}
        popover="auto"
        className="fixed inset-auto right-2 bottom-[calc(env(safe-area-inset-bottom)+64px)] m-0 w-80 max-w-[calc(100vw-16px)] rounded-lg border border-line bg-raised p-4 text-ink shadow-overlay open:animate-rise md:right-auto md:bottom-2 md:left-[72px]"
      >
        {isBrowser && <AccountPanel user={user} chooseLocale={chooseLocale} />}
      </div>
    </>
  );
}

function AccountPanel({ user, chooseLocale }: AccountMenuProps) {
  const t = useTranslations('shell');
  return (
    <>
      <p className="truncate font-semibold text-base">{user.name}</p>
      <p className="truncate text-ink-muted text-sm">{user.email}</p>
      <p className="mt-2 inline-block rounded-full border border-line px-2 text-ink-muted text-xs leading-5">
        {t(`role.${user.role}`)}
      </p>
      <div className="mt-4 flex flex-col gap-3 border-line border-t pt-4">
        <LanguageSwitch choose={chooseLocale} className="flex" />
        <ThemeSwitch />
        <Link href="/wall" target="_blank" className={buttonClasses()}>
          <Monitor className="size-4" aria-hidden="true" />
          {t('wall')}
        </Link>
        <Link
          href="/me"
          // The menu stands in the layout and would stay open over the page.
          onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
          className={buttonClasses()}
        >
          <UserRound className="size-4" aria-hidden="true" />
          {t('myAccount')}
        </Link>
        <SignOutButton />
      </div>
    </>
  );
}

function SignOutButton() {
  const t = useTranslations('shell');
  const [state, setState] = useState<'rest' | 'pending' | 'failed'>('rest');
  async function signOut() {
    setState('pending');
    const url = await postToNextAuth('signout').catch(() => null);
    await forgetView();
    if (url) window.location.assign('/sign-in');
    else setState('failed');
  }
  return (
    <>
      <Button
        onClick={signOut}
        isPending={state === 'pending'}
        icon={<LogOut className="size-4" aria-hidden="true" />}
      >
        {t('signOut')}
      </Button>
      {state === 'failed' && (
        <p role="alert" className="text-danger text-sm">
          {t('signOutFailed')}
        </p>
      )}
    </>
  );
}
