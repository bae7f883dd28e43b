import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { chooseLocale } from '@/app/chooseLocale';
import { siteIcon } from '@/app/siteIcon';
import { PublicFrame } from '@/components/sign-in/PublicFrame';
import { SignInForm } from '@/components/sign-in/SignInForm';
import { currentUser } from '@/lib/auth/guard';
import { oidcConfig } from '@/lib/auth/oidcConfig';
import { parseSignInErrorCode } from '@/lib/auth/signInError';
import { env } from '@/lib/env/env';
import { insidePath } from '@/lib/http/insidePath';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import { citySimulation } from '@/lib/live/citySimulation';

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const [t, simulation] = await Promise.all([getTranslator('signIn'), citySimulation()]);
  return { title: t('title'), icons: siteIcon(simulation) };
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl: asked, error } = await searchParams;
  const callbackUrl = insidePath(textOf(asked), new URL(env().PUBLIC_URL).origin);
  const [user, simulation] = await Promise.all([currentUser().catch(() => null), citySimulation()]);
  const code = textOf(error);
  const failure = code ? parseSignInErrorCode(code) : null;
  // Somebody signed in who comes with an error tried to connect their account.
  if (user && code && failure?.kind === 'oidc')
    redirect(`/me?${new URLSearchParams({ error: code })}`);
  if (user) redirect(callbackUrl);
  const t = await getTranslator('signIn');

  return (
    <ClientMessages namespaces={['ui', 'shell', 'signIn']}>
      <PublicFrame
        simulation={simulation}
        chooseLocale={chooseLocale}
        title={t('title')}
        lead={t('purpose')}
      >
        <SignInForm
          callbackUrl={callbackUrl}
          initialError={failure}
          oidcName={oidcConfig(env())?.name ?? null}
        />
        <p className="text-ink-muted text-sm">{t('help')}</p>
      </PublicFrame>
    </ClientMessages>
  );
}

function textOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
