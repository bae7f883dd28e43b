import { parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { SEVERITIES } from '@/lib/deficit/assessment';
import { BIKE_FILTERS, COVER_FILTERS, type MapFilters } from './mapFilters';

/** The names and spellings of everything the map keeps in its address. */
export const mapUrlParsers = {
  q: parseAsString.withDefault(''),
  severity: parseAsArrayOf(parseAsStringLiteral(SEVERITIES)).withDefault([]),
  district: parseAsString,
  cover: parseAsStringLiteral(COVER_FILTERS),
  bikes: parseAsStringLiteral(BIKE_FILTERS),
  station: parseAsString,
};

export interface MapUrl {
  q: string;
  severity: MapFilters['severities'];
  district: string | null;
  cover: MapFilters['cover'];
  bikes: MapFilters['bikes'];
  station: string | null;
}

export function filtersFromUrl(url: MapUrl): MapFilters {
  return {
    query: url.q,
    severities: [...new Set(url.severity)],
    districtId: url.district,
    cover: url.cover,
    bikes: url.bikes,
  };
}

/** What to write into the address; null removes a name, so that the plain map has a plain address. */
export function filtersToUrl(filters: MapFilters) {
  return {
    q: filters.query.trim() === '' ? null : filters.query,
    severity: filters.severities.length === 0 ? null : [...filters.severities],
    district: filters.districtId,
    cover: filters.cover,
    bikes: filters.bikes,
  };
}
