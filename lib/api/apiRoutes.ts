import type { ApiRoute } from './apiRoute';
import { deficitsRoute } from './routes/deficitsRoute';
import { districtsRoute } from './routes/districtsRoute';
import { historyGapsRoute } from './routes/historyGapsRoute';
import { historyReachRoute } from './routes/historyReachRoute';
import { historyRoute } from './routes/historyRoute';
import { insightDistrictsRoute } from './routes/insightDistrictsRoute';
import { insightHoursRoute } from './routes/insightHoursRoute';
import { insightStationsRoute } from './routes/insightStationsRoute';
import { insightWeeksRoute } from './routes/insightWeeksRoute';
import { openApiRoute } from './routes/openApiRoute';
import { stationRoute } from './routes/stationRoute';
import { stationsRoute } from './routes/stationsRoute';
import { statusRoute } from './routes/statusRoute';

/** Everything below /api/v1, in the order of the reference. */
export const API_ROUTES: readonly ApiRoute[] = [
  stationsRoute,
  stationRoute,
  statusRoute,
  deficitsRoute,
  districtsRoute,
  historyRoute,
  historyGapsRoute,
  historyReachRoute,
  insightStationsRoute,
  insightDistrictsRoute,
  insightHoursRoute,
  insightWeeksRoute,
  openApiRoute,
];
