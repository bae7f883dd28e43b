import type { Metadata } from 'next';
import { chooseLocale } from '@/app/chooseLocale';
import { siteIcon } from '@/app/siteIcon';
import { JoinForm } from '@/components/invite/JoinForm';
import { LinkPage } from '@/components/invite/LinkPage';
import { findInvitation } from '@/lib/auth/invitationStore';
import { openLink } from '@/lib/auth/openLink';
import { getTranslator } from '@/lib/i18n/translator';
import { citySimulation } from '@/lib/live/citySimulation';
import { accept } from './accept';

interface InvitePageProps {
  params: Promise<{ token: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const [t, simulation] = await Promise.all([getTranslator('invite'), citySimulation()]);
  // The address is a secret: nothing that is linked from here may learn it.
  return { title: t('title'), icons: siteIcon(simulation), referrer: 'no-referrer' };
}

/** For whoever has the link: no session is asked for. */
export default async function InvitePage({ params }: InvitePageProps) {
  const { token } = await params;
  const [verdict, simulation, t, tShell] = await Promise.all([
    openLink((pool) => findInvitation(pool, token)),
    citySimulation(),
    getTranslator('invite'),
    getTranslator('shell'),
  ]);
  return (
    <LinkPage
      {...{ verdict, simulation, chooseLocale }}
      opens={({ email, role }) => ({
        title: t('title'),
        lead: t('lead', { role: tShell(`role.${role}`) }),
        form: <JoinForm email={email} secret={token} accept={accept} />,
      })}
    />
  );
}
