import { describe, expect, it } from 'vitest';
import { FETCHED_AT, velibFile } from './feedSamples';
import { mapDiscovery } from './mapDiscovery';

const BASE = 'https://feed.example/paris/gbfs.json';
const feeds = [
  { name: 'station_status', url: 'https://feed.example/paris/station_status.json' },
  { name: 'station_information', url: 'station_information.json' },
];
const urlsOf = (json: unknown) => {
  const mapped = mapDiscovery(json, BASE, FETCHED_AT);
  if (mapped.kind === 'refused') throw new Error(mapped.message);
  return Object.fromEntries(mapped.value);
};
const expected = {
  station_status: 'https://feed.example/paris/station_status.json',
  station_information: 'https://feed.example/paris/station_information.json',
};

describe('mapDiscovery', () => {
  it.each([
    ['1.x and 2.x', { en: { feeds } }],
    ['a language of its own', { 'fr-FR': { feeds } }],
    ['two languages that list different files', { fr: { feeds: feeds.slice(1) }, en: { feeds } }],
    ['3.0', { feeds }],
  ])('reads %s', (_, data) => expect(urlsOf(velibFile(data))).toEqual(expected));

  it('takes no address outside http, and no broken one', () =>
    expect(
      urlsOf({
        data: {
          feeds: [
            { name: 'a', url: 'file:///etc/passwd' },
            { name: 'b', url: 'http://[' },
            { name: 'c', url: 7 },
            { name: null, url: 'https://feed.example/d' },
            null,
            { name: 'e', url: 'https://feed.example/e' },
          ],
        },
      }),
    ).toEqual({ e: 'https://feed.example/e' }));

  it.each([[null], [{}], [{ data: {} }], [{ data: { en: { feeds: [] } } }], [{ data: [] }]])(
    'refuses %j',
    (json) => expect(mapDiscovery(json, BASE, FETCHED_AT)).toMatchObject({ reason: 'badEnvelope' }),
  );
});
