import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { EmptyWeek } from '@/components/station/EmptyWeek';
import { LostByHour } from '@/components/station/LostByHour';
import { StationDesk } from '@/components/station/StationDesk';
import { StationTitle } from '@/components/station/StationTitle';
import { pastPart, SPANS, zoomedSpan } from '@/components/station/shownSpan';
import { requireUser } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { flagChangesOf } from '@/lib/history/flagChanges';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import { currentCity } from '@/lib/live/currentCity';
import { webHistory } from '@/lib/live/webHistory';
import { serviceChanges } from '@/lib/stations/serviceChanges';
import { stationIdSchema } from '@/lib/stations/stationIdSchema';
import type { StationProfile } from '@/lib/stations/stationProfile';
import { readStationProfile } from '@/lib/stations/stationProfileStore';
import { namedSpan } from './namedSpan';
import { shownStationPast, webStationPast } from './webStationPast';
import { webStationWeeks } from './webStationWeeks';

const minuteSchema = z.string().nullable().catch(null).default(null);

/** `?span=week&from=2026-11-20T07:00&to=…`. Anything else is as if nothing were said. */
const querySchema = z.object({
  span: z.enum(SPANS).catch('day'),
  from: minuteSchema,
  to: minuteSchema,
});

interface StationPageProps {
  params: Promise<{ stationId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: StationPageProps): Promise<Metadata> {
  await requireUser('map.read');
  const t = await getTranslator('stationPage');
  const profile = await findProfile((await params).stationId);
  return { title: profile ? t('title', { name: profile.name }) : t('notFound') };
}

/** A station's past: its stock over time, its weeks, what happened to it, and how it stands now. */
export default async function StationPage({ params, searchParams }: StationPageProps) {
  await requireUser('map.read');
  const [profile, city, reach, query] = await Promise.all([
    params.then(({ stationId }) => findProfile(stationId)),
    currentCity(),
    webHistory().readReach(),
    searchParams,
  ]);
  if (!profile || !city) notFound();
  const wish = querySchema.parse(query);
  const now = Date.now();
  const nowAt = now / 1_000;
  const { timezone } = city.view.base;
  const whole = namedSpan(wish.span, profile, reach, nowAt);
  const asked = zoomedSpan(wish, timezone);
  const zoomedTo = asked && pastPart(asked, nowAt);
  const [past, month, weeks] = await Promise.all([
    shownStationPast(profile, city.view, zoomedTo ?? whole, nowAt),
    webStationPast(profile, city.view, namedSpan('month', profile, reach, nowAt)),
    webStationWeeks(profile.stationId, timezone, whole.toAt),
  ]);
  const events = [...profile.events, ...serviceChanges(flagChangesOf(month))];
  return (
    <ClientMessages
      namespaces={['ui', 'map', 'station', 'stationPage', 'charts', 'why']}
      timeZone={timezone}
    >
      <StationDesk
        packedCity={await city.packedJson()}
        freshness={city.view.frame.freshness}
        serverNowMs={now}
        profile={{ ...profile, events: events.sort((a, b) => b.at - a.at) }}
        timeZone={timezone}
        limits={{ fromAt: reach?.oldestAt ?? whole.fromAt, toAt: whole.toAt }}
        first={{ shown: zoomedTo ?? wish.span, past }}
        title={<StationTitle profile={profile} base={city.view.base} />}
      >
        <EmptyWeek weeks={weeks} />
        <LostByHour weeks={weeks} />
      </StationDesk>
    </ClientMessages>
  );
}

/** @returns null for an id that no station ever had */
async function findProfile(segment: string): Promise<StationProfile | null> {
  const stationId = stationIdSchema.safeParse(decodeURIComponent(segment));
  if (!stationId.success) return null;
  return readStationProfile(webDatabase().pool, env().SYSTEM_ID, stationId.data);
}
