'use client';

import dynamic from 'next/dynamic';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { useState } from 'react';
import { createServerTime } from '@/components/map/freshness/serverTime';
import { ServerTimeProvider } from '@/components/map/freshness/useServerTime';
import type { CityView } from '@/lib/pipeline/cityView';
import { assessmentColumns, stationColumns, statusColumns } from './columnsOfRows';
import type { CityRest } from './loadRows';
import type { StationRow } from './stationRow';

// The map in it cannot live on a server.
const LiveDesk = dynamic(
  () => import('@/components/map/layout/LiveDesk').then((module) => module.LiveDesk),
  { ssr: false },
);

/** The product's own desk, drawn from one object a station. */
export function RowsDesk({
  rows,
  rest,
  serverNowMs,
}: {
  rows: StationRow[];
  rest: CityRest;
  serverNowMs: number;
}) {
  const [view] = useState(() => viewOf(rows, rest));
  const [time] = useState(() => createServerTime(serverNowMs, Date.now));
  return (
    <NuqsAdapter>
      <ServerTimeProvider time={time}>
        <LiveDesk view={view} time={time} tiles={null} />
      </ServerTimeProvider>
    </NuqsAdapter>
  );
}

function viewOf(rows: StationRow[], rest: CityRest): CityView {
  const { marker, freshness, thresholds, rules, vehicles, ...named } = rest;
  const told = { status: statusColumns(rows), assessment: assessmentColumns(rows) };
  return {
    base: { ...named, stations: stationColumns(rows) },
    frame: { marker, freshness, thresholds, rules, vehicles, ...told, orphans: 0 },
  };
}
