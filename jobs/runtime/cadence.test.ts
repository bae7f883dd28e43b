import { describe, expect, it } from 'vitest';
import { readEnv } from '@/lib/env/env';
import { cadenceMs, cadencePattern } from './cadence';

const withCadence = (seconds?: string) =>
  readEnv({ DATABASE_URL: 'postgresql://localhost/city', AVAILABILITY_EVERY_S: seconds });

describe('cadence of availability', () => {
  it('is a minute, on the minute, unless the environment says otherwise', () => {
    expect(cadenceMs(withCadence())).toBe(60_000);
    expect(cadencePattern(withCadence())).toBe('* * * * *');
  });

  it('is a divisor of a minute, in step with it', () => {
    expect(cadencePattern(withCadence('2'))).toBe('*/2 * * * * *');
    for (const bad of ['0', '7', '90', '1.5', 'often'])
      expect(() => withCadence(bad), bad).toThrow('AVAILABILITY_EVERY_S');
  });
});
