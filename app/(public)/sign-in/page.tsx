import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { chooseLocale } from '@/app/chooseLocale';
import { siteIcon } from '@/app/siteIcon';
import { LanguageSwitch } from '@/components/shell/LanguageSwitch';
import { SimulatedBanner } from '@/components/shell/SimulatedBanner';
import { Wordmark } from '@/components/shell/Wordmark';
import { CityDrawing } from '@/components/sign-in/CityDrawing';
import { SignInForm } from '@/components/sign-in/SignInForm';
import { currentUser } from '@/lib/auth/guard';
import { oidcConfig } from '@/lib/auth/oidcConfig';
import { parseSignInErrorCode } from '@/lib/auth/signInError';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { insidePath } from '@/lib/http/insidePath';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import type { Simulation } from '@/lib/stations/station';
import { readSystem } from '@/lib/stations/systemStore';

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const [t, simulation] = await Promise.all([getTranslator('signIn'), citySimulation()]);
  return { title: t('title'), icons: siteIcon(simulation) };
}

/** Once a request. A database that is away must not hide the form: it says so itself, in words. */
const citySimulation = cache(async (): Promise<Simulation> => {
  const system = await readSystem(webDatabase().pool, env().SYSTEM_ID).catch(() => null);
  return system?.simulation ?? null;
});

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl: asked, error } = await searchParams;
  const callbackUrl = insidePath(textOf(asked), new URL(env().PUBLIC_URL).origin);
  const [user, simulation] = await Promise.all([currentUser().catch(() => null), citySimulation()]);
  if (user) redirect(callbackUrl);
  const t = await getTranslator('signIn');
  const code = textOf(error);

  return (
    <ClientMessages namespaces={['ui', 'shell', 'signIn']}>
      <div className="flex min-h-dvh flex-col">
        <SimulatedBanner simulation={simulation} />
        <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(420px,5fr)_6fr]">
          <main className="flex flex-col bg-raised px-6 py-6 sm:px-10">
            <header className="flex items-center justify-between">
              <Wordmark />
              <LanguageSwitch choose={chooseLocale} />
            </header>
            <div className="m-auto flex w-full max-w-90 flex-col gap-8 py-10">
              <div>
                <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
                <p className="mt-2 text-base text-ink-muted">{t('purpose')}</p>
              </div>
              <SignInForm
                callbackUrl={callbackUrl}
                initialError={code ? parseSignInErrorCode(code) : null}
                oidcName={oidcConfig(env())?.name ?? null}
              />
              <p className="text-ink-muted text-sm">{t('help')}</p>
            </div>
          </main>
          <aside className="relative hidden overflow-hidden border-line border-l bg-paper lg:block">
            <div className="absolute inset-0">
              <CityDrawing />
            </div>
          </aside>
        </div>
      </div>
    </ClientMessages>
  );
}

function textOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
