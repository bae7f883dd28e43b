import { createTranslator } from 'use-intl';
import { describe, expect, it } from 'vitest';
import en from '@/lib/i18n/messages/en.json';
import fr from '@/lib/i18n/messages/fr.json';
import { defaultSettings } from '@/lib/settings/settings';
import { assessCity } from './assessCity';
import { buildNeighbours } from './neighbours';
import { reportAge } from './reportAge';
import { type AssessableStation, northOf, REPORTED_AT, testCity, testStation } from './testCity';
import { explainStation } from './why';
import { type TranslateWhy, whyInWords } from './whyInWords';

type Vehicles = Parameters<typeof testCity>[1];

const english = createTranslator({
  locale: 'en-GB',
  messages: en,
  namespace: 'why',
}) as TranslateWhy;
const french = createTranslator({
  locale: 'fr-FR',
  messages: fr,
  namespace: 'why',
}) as TranslateWhy;

/** Explains the first station, 40 seconds after it reported. */
function explain(
  rows: AssessableStation[],
  vehicles?: Vehicles,
  nowAt: number | null = REPORTED_AT + 40,
) {
  const city = testCity(rows, vehicles);
  const thresholds = defaultSettings;
  const assessment = assessCity(city, thresholds, buildNeighbours(city.stations));
  return explainStation({ ...city, assessment, thresholds }, 0, nowAt);
}

const empty = testStation();
const full = (distanceM: number) =>
  testStation({ stationId: '2', bikes: 9, ...northOf(distanceM) });

describe('the why of a station in words', () => {
  it.each<[string, string, AssessableStation[], Vehicles?]>([
    [
      '0 of 30 bikes, target 6; nearest with bikes 410 m; reported 40 s ago',
      '0 vélo sur 30, cible 6 ; vélos les plus proches à 410 m ; signalée il y a 40 s',
      [empty, full(410)],
    ],
    [
      '0 of 30 bikes, target 6; covered by 9 bikes 120 m away; reported 40 s ago',
      '0 vélo sur 30, cible 6 ; couverte par 9 vélos à 120 m ; signalée il y a 40 s',
      [empty, full(120)],
    ],
    [
      '0 of 30 bikes, target 6; covered by 9 bikes 300 m away; reported 40 s ago',
      '0 vélo sur 30, cible 6 ; couverte par 9 vélos à 300 m ; signalée il y a 40 s',
      [empty, full(300)],
    ],
    [
      '0 of 30 bikes, target 6; none with bikes within 2 km, 1 own vehicle within 300 m; reported 40 s ago',
      '0 vélo sur 30, cible 6 ; aucune station avec des vélos à moins de 2 km, 1 véhicule Lime à moins de 300 m ; signalée il y a 40 s',
      [empty],
      [northOf(200)],
    ],
    [
      '5 of 30 bikes, of which an estimated 2 never leave, target 6; nearest with bikes 1,500 m; reported 40 s ago',
      '5 vélos sur 30, dont 2 ne partent jamais (estimation), cible 6 ; vélos les plus proches à 1 500 m ; signalée il y a 40 s',
      [testStation({ bikes: 5, phantomBikes: 2 }), full(1_500)],
    ],
    [
      '12 of 30 bikes, target 6; reported 40 s ago',
      '12 vélos sur 30, cible 6 ; signalée il y a 40 s',
      [testStation({ bikes: 12 }), full(100)],
    ],
    [
      '1 bike, target 3; none with bikes within 2 km; reported 40 s ago',
      '1 vélo, cible 3 ; aucune station avec des vélos à moins de 2 km ; signalée il y a 40 s',
      [testStation({ bikes: 1, capacity: null })],
    ],
    [
      'not heard from for long; 4 of 30 bikes; reported 5 days ago',
      'muette depuis longtemps ; 4 vélos sur 30 ; signalée il y a 5 jours',
      [testStation({ bikes: 4, lastReportedAt: REPORTED_AT - 5 * 86_400 })],
    ],
    [
      'not renting; 4 of 30 bikes; reported 40 s ago',
      'ne loue pas ; 4 vélos sur 30 ; signalée il y a 40 s',
      [testStation({ bikes: 4, flags: 1 })],
    ],
    [
      'no status in the feed',
      'absente du flux d’état',
      [testStation({ bikes: null, flags: null, lastReportedAt: null })],
    ],
  ])('%s', (inEnglish, inFrench, rows, vehicles) => {
    const why = explain(rows, vehicles);
    expect(whyInWords(why, english)).toBe(inEnglish);
    // French sets narrow and no-break spaces; which one is not the point here.
    expect(whyInWords(why, french).replace(/[\u00a0\u202f]/g, ' ')).toBe(inFrench);
  });

  it('comes in parts with numbers, for those who make other words', () => {
    expect(explain([empty, full(410)])).toEqual([
      [
        { code: 'bikesOfCapacity', params: { bikes: 0, capacity: 30 } },
        { code: 'target', params: { targetBikes: 6 } },
      ],
      [{ code: 'nearestWithBikes', params: { distanceM: 410, bikes: 9 } }],
      [{ code: 'reportedSecondsAgo', params: { seconds: 40 } }],
    ]);
  });

  it('leaves the age out when no time is given', () => {
    expect(whyInWords(explain([empty, full(410)], [], null), english)).toBe(
      '0 of 30 bikes, target 6; nearest with bikes 410 m',
    );
  });
});

describe('reportAge', () => {
  it.each([
    [-5, { code: 'reportedSecondsAgo', params: { seconds: 0 } }],
    [119, { code: 'reportedSecondsAgo', params: { seconds: 119 } }],
    [120, { code: 'reportedMinutesAgo', params: { minutes: 2 } }],
    [7_199, { code: 'reportedMinutesAgo', params: { minutes: 119 } }],
    [7_200, { code: 'reportedHoursAgo', params: { hours: 2 } }],
    [172_800, { code: 'reportedDaysAgo', params: { days: 2 } }],
  ])('of %d s', (ageS, part) => {
    expect(reportAge(ageS)).toEqual(part);
  });
});
