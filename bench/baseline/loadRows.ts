import { PrismaPg } from '@prisma/adapter-pg';
import { webDatabase } from '@/lib/db/webDatabase';
import { assessCity } from '@/lib/deficit/assessCity';
import { buildNeighbours, type CityNeighbours } from '@/lib/deficit/neighbours';
import { env } from '@/lib/env/env';
import { webCity } from '@/lib/live/webCity';
import type { CityView } from '@/lib/pipeline/cityView';
import { assessmentRow, stationColumns, statusColumns } from './columnsOfRows';
import { PrismaClient } from './generated/client';
import type { StationRow } from './stationRow';

/** The city but for what is told of each station. */
export type CityRest = Pick<
  CityView['frame'],
  'marker' | 'freshness' | 'thresholds' | 'rules' | 'vehicles'
> &
  Omit<CityView['base'], 'stations'>;

interface Held {
  prisma: PrismaClient;
  /** Kept for the process's life, which is generous: the benchmark's city does not change. */
  rest: CityRest;
  neighbours: CityNeighbours;
}

const globals = globalThis as typeof globalThis & { baseline?: Promise<Held> };

/** All stations with their status by one `include`, judged, as objects. */
export async function loadRows(): Promise<{ rows: StationRow[]; rest: CityRest }> {
  globals.baseline ??= hold();
  const { prisma, rest, neighbours } = await globals.baseline;
  const stations = await prisma.station.findMany({
    where: { systemId: env().SYSTEM_ID, removedAt: null },
    include: { status: true },
    orderBy: { stationId: 'asc' },
  });
  const columns = { stations: stationColumns(stations), status: statusColumns(stations) };
  const judged = assessCity({ ...rest, ...columns }, rest.thresholds, neighbours);
  const rows = stations.map((station, i) => ({ ...station, assessment: assessmentRow(judged, i) }));
  return { rows, rest };
}

async function hold(): Promise<Held> {
  const city = await webCity().loader.load();
  if (!city) throw new Error('The city has no data yet');
  const { base, frame } = city.view;
  const { stations, ...named } = base;
  const { marker, freshness, thresholds, rules, vehicles } = frame;
  return {
    prisma: new PrismaClient({ adapter: new PrismaPg(webDatabase().pool) }),
    rest: { ...named, marker, freshness, thresholds, rules, vehicles },
    neighbours: buildNeighbours(stations),
  };
}
