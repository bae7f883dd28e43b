import { describe, expect, it } from 'vitest';
import { parseExportArguments } from './exportArguments';
import { parseImportArguments } from './importArguments';

const NOW = new Date('2026-11-23T06:00:00Z');

describe('the command line of the export', () => {
  const parse = (...argv: string[]) => parseExportArguments(argv, '/home/ada', NOW);

  it('takes instants without a zone for UTC, and now for the end', () => {
    expect(parse('--from', '2022-05-17T05:00', '--out', 'may.csv')).toEqual({
      from: new Date('2022-05-17T05:00:00Z'),
      to: NOW,
      format: 'csv',
      stations: null,
      outFile: '/home/ada/may.csv',
      systemId: null,
    });
    const zoned = parse('--from', '2022-05-17', '--to', '2022-05-17T09:00+02:00');
    expect([zoned?.from, zoned?.to]).toEqual([
      new Date('2022-05-17T00:00:00Z'),
      new Date('2022-05-17T07:00:00Z'),
    ]);
  });

  it.each([
    [['--from', 'yesterday'], 'yesterday is no instant'],
    [[], 'from'],
    [['--from', '2022-05-17', '--to', '2022-05-16'], '--from must be before --to'],
    [['--from', '2022-05-17', '--format', 'xls'], 'format'],
  ])('refuses %j and says why', (argv, why) => {
    expect(() => parse(...argv)).toThrow(why);
  });

  it('names stations by commas', () => {
    expect(parse('--from', '2022-05-17', '--stations', '16107,9020')?.stations).toEqual([
      '16107',
      '9020',
    ]);
  });
});

describe('the command line of the import', () => {
  const parse = (...argv: string[]) => parseImportArguments(argv, '/home/ada');

  it('names files from where the person stands, and gathers the columns', () => {
    const given = parse('a.csv', '/b.parquet', '--map', 'bikes=free', '--map', 'station=id');
    expect(given).toMatchObject({
      files: ['/home/ada/a.csv', '/b.parquet'],
      columns: { bikes: 'free', station: 'id' },
      basis: null,
      again: false,
    });
    expect(parse('--help')).toBeNull();
  });

  it.each([
    [[], 'Which files?'],
    [['a.csv', '--by', 'guess'], 'by'],
    [['a.csv', '--map', 'wheels=2'], '--map: "wheels=2"'],
    [['a.csv', '--polls', 'p.csv'], '--polls says when the recorder looked'],
    [['a.csv', '--timezone', 'Europe/Paname'], 'no zone like Europe/Paris'],
  ])('refuses %j and says why', (argv, why) => {
    expect(() => parse(...argv)).toThrow(why);
  });
});
