'use client';

import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { useState } from 'react';
import { createServerTime } from '@/components/map/freshness/serverTime';
import { ServerTimeProvider } from '@/components/map/freshness/useServerTime';
import { LiveDesk } from '@/components/map/layout/LiveDesk';
import type { CityView } from '@/lib/pipeline/cityView';
import { assessmentColumns, stationColumns, statusColumns } from './columnsOfRows';
import type { CityRest } from './loadRows';
import type { StationRow } from './stationRow';

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
