import { describe, expect, it } from 'vitest';
import { feedOptions } from './feedOptions';
import { parseArguments } from './parseArguments';

describe('the command line of the feed', () => {
  it('without options means the documented defaults', () => {
    const { clock: _, ...given } = parseArguments([])!;
    const { clock: __, ...defaults } = feedOptions({});
    expect(given).toEqual(defaults);
  });

  it('reads a replay', () => {
    const options = parseArguments([
      ...['--replay', 'data/velib_reports.csv.gz', '--stations', 'stations.csv'],
      ...['--from', '2022-05-17T05:00Z', '--speed', '60', '--loop', '--by', 'fetched'],
      ...['--columns', 'bikes=free,station=id'],
    ]);
    expect(options).toMatchObject({
      city: {
        kind: 'replay',
        reportsFile: 'data/velib_reports.csv.gz',
        stationsFile: 'stations.csv',
        columns: { bikes: 'free', station: 'id' },
        by: 'fetched',
        loop: true,
        label: 'Vélib’',
      },
      startAt: new Date('2022-05-17T05:00:00Z'),
      speed: 60,
    });
  });

  it('takes a moment without a zone for UTC, wherever it runs', () => {
    for (const text of ['2022-05-17T05:00', '2022-05-17 05:00:00', '2022-05-17T07:00+02:00']) {
      expect(parseArguments(['--from', text])!.startAt).toEqual(new Date('2022-05-17T05:00:00Z'));
    }
  });

  it('reads a generated city', () => {
    const options = parseArguments(['--city', '12', '--centre', '59.91,10.75', '--dialect', '3.0']);
    expect(options).toMatchObject({
      city: { kind: 'generated', stations: 12, centre: { lat: 59.91, lon: 10.75 } },
      dialect: '3.0',
    });
  });

  it.each([
    [['--city', '0'], /city/],
    [['--city', '200001'], /city/],
    [['--replay', 'x.csv'], /--stations FILE/],
    [['--stations', '300'], /--city N/],
    [['--centre', '99,0'], /--centre/],
    [['--from', 'yesterday'], /--from/],
    [['--columns', 'wheels=2'], /--columns/],
    [['--faults', 'gremlins'], /no fault/],
    [['--dialect', '1.0'], /dialect/],
    [['--unknown'], /unknown/],
  ])('refuses %j and says why', (argv, reason) => {
    expect(() => parseArguments(argv)).toThrow(reason);
  });

  it('gives help', () => {
    expect(parseArguments(['--help'])).toBeNull();
  });
});
