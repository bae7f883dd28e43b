import type { Metadata } from 'next';
import { PeopleDesk } from '@/components/people/PeopleDesk';
import { SimulatedBanner } from '@/components/shell/SimulatedBanner';
import { requireUser } from '@/lib/auth/guard';
import { listInvitations } from '@/lib/auth/invitationStore';
import { listPeople } from '@/lib/auth/personStore';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import { readSystem } from '@/lib/stations/systemStore';
import { invite } from './invite';
import { makeResetLink } from './makeResetLink';
import { setEnabled } from './setEnabled';
import { setRole } from './setRole';
import { withdraw } from './withdraw';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('people'))('title') };
}

export default async function PeoplePage() {
  const user = await requireUser('people.manage');
  const { pool } = webDatabase();
  const [people, invitations, system] = await Promise.all([
    listPeople(pool),
    listInvitations(pool),
    readSystem(pool, env().SYSTEM_ID),
  ]);
  return (
    <ClientMessages namespaces={['ui', 'shell', 'people']} timeZone={system?.timezone}>
      <SimulatedBanner simulation={system?.simulation ?? null} />
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
          <PeopleDesk
            people={people}
            invitations={invitations}
            ownId={user.id}
            now={new Date()}
            actions={{ invite, withdraw, setRole, setEnabled, makeResetLink }}
          />
        </div>
      </main>
    </ClientMessages>
  );
}
