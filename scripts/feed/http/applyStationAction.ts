import type { FeedEngine } from '../feedEngine';
import type { StationAction } from './controlSchemas';

/**
 * Opens, moves, renames, resizes or closes a station.
 *
 * @throws RangeError when there is no such station
 */
export function applyStationAction(engine: FeedEngine, change: StationAction): void {
  const { stationId } = change;
  switch (change.action) {
    case 'add': {
      const { name, lat, lon, capacity, stationCode, status } = change;
      engine.addStation({ stationId, stationCode, name, lat, lon, capacity }, status);
      break;
    }
    case 'move':
      engine.changeStation(stationId, { lat: change.lat, lon: change.lon });
      break;
    case 'rename':
      engine.changeStation(stationId, { name: change.name });
      break;
    case 'resize':
      engine.changeStation(stationId, { capacity: change.capacity });
      break;
    case 'remove':
      engine.removeStation(stationId);
      break;
  }
}
