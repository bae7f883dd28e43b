import { describe, expect, it } from 'vitest';
import { type ApiFormat, chooseFormat } from './apiFormat';

const OFFERED = ['json', 'csv', 'parquet'] as const;

describe('chooseFormat', () => {
  it.each<[string | null, ApiFormat]>([
    [null, 'json'],
    ['*/*', 'json'],
    ['text/csv', 'csv'],
    ['TEXT/CSV; charset=utf-8', 'csv'],
    ['text/csv;q=0.5, application/vnd.apache.parquet', 'parquet'],
    ['text/csv, */*', 'csv'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'json'],
    ['application/geo+json', 'json'],
    ['text/csv;q=0, application/json', 'json'],
    [';;,q=', 'json'],
  ])('takes %j as %s', (accept, format) => {
    expect(chooseFormat(accept, OFFERED)).toBe(format);
  });
});
