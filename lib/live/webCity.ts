import { parseAccessChange } from '@/lib/auth/accessChange';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { createLog, type Log } from '@/lib/log/log';
import { type CityLoader, createCityLoader } from '@/lib/pipeline/loadCity';
import { LIVE_CHANNEL } from '@/lib/stations/liveChannel';
import { webAccessWatch } from './accessWatch';
import { eachMinute } from './eachMinute';
import { listenToDatabase } from './listenToDatabase';
import { createLiveHub, type LiveHub } from './liveHub';

const BEAT_MS = 15_000;

interface WebCity {
  loader: CityLoader;
  hub: LiveHub;
  log: Log;
}

// Next bundles routes apart; what must exist once a process hangs on the global object.
const globals = globalThis as typeof globalThis & { limelightCity?: WebCity };

/** The web process's one loader and one live hub, made at the first call. */
export function webCity(): WebCity {
  globals.limelightCity ??= openWebCity();
  return globals.limelightCity;
}

function openWebCity(): WebCity {
  const { DATABASE_URL, SYSTEM_ID, LOG_LEVEL } = env();
  const log = createLog(LOG_LEVEL, 'live');
  const loader = createCityLoader(webDatabase().pool, SYSTEM_ID, () => new Date());
  const hub = createLiveHub(loader.load, (error) =>
    log.error({ err: error }, 'open maps could not be refreshed; the next snapshot tries again'),
  );
  listenToDatabase({
    url: DATABASE_URL,
    channel: LIVE_CHANNEL,
    onNotification: (payload) => {
      const userId = parseAccessChange(payload);
      if (userId) webAccessWatch().changed(userId);
      else if (payload.includes(`"${SYSTEM_ID}"`)) void hub.refresh();
    },
    onConnected: () => void hub.refresh(),
    onError: (error) => log.warn({ err: error }, 'listening for snapshots broke; connecting again'),
  });
  setInterval(() => void hub.beat(), BEAT_MS).unref();
  // Time windows begin and end on whole minutes: open maps follow at once.
  eachMinute(() => void hub.beat());
  return { loader, hub, log };
}
