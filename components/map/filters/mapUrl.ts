import {
  createParser,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { SEVERITIES } from '@/lib/deficit/assessment';
import { instantOfLocalMinute } from '@/lib/units/localMinute';
import { capacityToText, textToCapacity } from './capacityText';
import { BIKE_FILTERS, COVER_FILTERS, type MapFilters } from './mapFilters';

const parseAsCapacity = createParser({
  parse: textToCapacity,
  serialize: capacityToText,
  eq: (a, b) => a.min === b.min && a.max === b.max,
});

/** The minute of the past that is shown, `at`, by the city's clock: see lib/units/localMinute. */
export const parseAsLocalMinute = createParser({
  parse: (text) => (instantOfLocalMinute(text, 'UTC') === null ? null : text),
  serialize: (text: string) => text,
});

/** The names and spellings of everything the map keeps in its address. */
export const mapUrlParsers = {
  q: parseAsString.withDefault(''),
  severity: parseAsArrayOf(parseAsStringLiteral(SEVERITIES)).withDefault([]),
  district: parseAsString,
  cover: parseAsStringLiteral(COVER_FILTERS),
  bikes: parseAsStringLiteral(BIKE_FILTERS),
  docks: parseAsCapacity,
  inView: parseAsBoolean.withDefault(false),
  station: parseAsString,
};

export interface MapUrl {
  q: string;
  severity: MapFilters['severities'];
  district: string | null;
  cover: MapFilters['cover'];
  bikes: MapFilters['bikes'];
  docks: MapFilters['capacity'];
  inView: boolean;
  station: string | null;
}

export function filtersFromUrl(url: MapUrl): MapFilters {
  return {
    query: url.q,
    severities: [...new Set(url.severity)],
    districtId: url.district,
    cover: url.cover,
    bikes: url.bikes,
    capacity: url.docks,
    isInView: url.inView,
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
    docks: filters.capacity,
    inView: filters.isInView ? true : null,
  };
}
