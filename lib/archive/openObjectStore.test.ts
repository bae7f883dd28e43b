import { describe, expect, it } from 'vitest';
import { openObjectStore } from './openObjectStore';

describe('openObjectStore', () => {
  const open = (url: string) => openObjectStore(url, { region: 'us-east-1' }).location;

  it('takes a directory or a bucket with any prefix', () => {
    expect(open('file:///var/lib/limelight/archive')).toBe('file:///var/lib/limelight/archive');
    expect(open('s3://bikes')).toBe('s3://bikes/');
    expect(open('s3://bikes/')).toBe('s3://bikes/');
    expect(open('s3://bikes/paris/archive/')).toBe('s3://bikes/paris/archive/');
  });

  it('refuses anything else, by name', () => {
    expect(() => open('https://bikes.example/archive')).toThrow(/ARCHIVE_URL .* https:/);
    expect(() => open('s3:///no-bucket')).toThrow(/ARCHIVE_URL/);
  });
});
