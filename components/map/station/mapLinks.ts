import type { Position } from '@/lib/geo/position';

/** "48.85660, 2.35220": as every map service reads it, 5 decimals (about a metre). */
export function coordinatesText({ lat, lon }: Position): string {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

/** https://developers.google.com/maps/documentation/urls/get-started#search-action */
export function googleMapsUrl({ lat, lon }: Position): string {
  return `https://www.google.com/maps/search/?api=1&query=${lat.toFixed(5)}%2C${lon.toFixed(5)}`;
}

/** https://developer.apple.com/library/archive/featuredarticles/iPhoneURLScheme_Reference/MapLinks */
export function appleMapsUrl({ lat, lon }: Position, name: string): string {
  return `https://maps.apple.com/?ll=${lat.toFixed(5)}%2C${lon.toFixed(5)}&q=${encodeURIComponent(name)}`;
}

/** Opens the station for whoever may see the map, with none of the sender's filters. */
export function stationUrl(origin: string, stationId: string): string {
  return `${origin}/map?${new URLSearchParams({ station: stationId })}`;
}
