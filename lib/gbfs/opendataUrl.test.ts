import { expect, it } from 'vitest';
import { opendataExportUrl } from './opendataUrl';

it.each([
  'https://opendata.paris.fr',
  'https://opendata.paris.fr/',
  'https://opendata.paris.fr/api/explore/v2.1',
  'https://opendata.paris.fr/api/explore/v2.1/catalog/datasets/',
])('makes the export address of %s', (baseUrl) =>
  expect(opendataExportUrl(baseUrl, 'velib-disponibilite-en-temps-reel')).toBe(
    'https://opendata.paris.fr/api/explore/v2.1/catalog/datasets/velib-disponibilite-en-temps-reel/exports/json',
  ),
);
