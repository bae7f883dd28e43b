/** One station as the feed's own files describe it, joined here and not by the product. */
export interface FeedStation {
  stationId: string;
  stationCode: string;
  name: string;
  capacity: number;
  numBikesAvailable: number;
  isInstalled: boolean;
  isRenting: boolean;
  lastReportedS: number;
}

interface VelibStation {
  station_id: number;
  stationCode: string;
  name: string;
  capacity: number;
}

interface VelibStatus {
  station_id: number;
  numBikesAvailable: number;
  is_installed: number;
  is_renting: number;
  last_reported: number;
}

/** Every station that has a description and a status, by id. */
export async function readCity(feedUrl: string): Promise<Map<string, FeedStation>> {
  const [stations, statuses] = await Promise.all([
    readFile<VelibStation>(feedUrl, 'station_information'),
    readFile<VelibStatus>(feedUrl, 'station_status'),
  ]);
  const statusById = new Map(statuses.map((status) => [status.station_id, status]));
  return new Map(
    stations.flatMap((station) => {
      const status = statusById.get(station.station_id);
      return status ? [[String(station.station_id), joined(station, status)] as const] : [];
    }),
  );
}

async function readFile<T>(feedUrl: string, name: string): Promise<T[]> {
  const response = await fetch(`${feedUrl}/${name}.json`);
  const { data } = (await response.json()) as { data: { stations: T[] } };
  return data.stations;
}

function joined(station: VelibStation, status: VelibStatus): FeedStation {
  return {
    stationId: String(station.station_id),
    stationCode: station.stationCode,
    name: station.name,
    capacity: station.capacity,
    numBikesAvailable: status.numBikesAvailable,
    isInstalled: status.is_installed === 1,
    isRenting: status.is_renting === 1,
    lastReportedS: status.last_reported,
  };
}
