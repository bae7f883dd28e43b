import { describe, expect, it } from 'vitest';
import { FETCHED_AT, velibFile } from './feedSamples';
import { mapSystem } from './mapSystem';

const data = { system_id: 'Paris', name: 'Paris', timezone: 'Europe/Paris', language: 'en' };
const map = (overrides: Record<string, unknown> = {}) =>
  mapSystem(velibFile({ ...data, ...overrides }), FETCHED_AT);

describe('mapSystem', () => {
  it('maps a system', () =>
    expect(map()).toMatchObject({
      value: { name: 'Paris', timezone: 'Europe/Paris', language: 'en', simulation: null },
    }));

  it('reads the localized names and the languages of 3.0', () =>
    expect(
      map({ name: [{ text: 'Oslo', language: 'nb' }], language: undefined, languages: ['nb'] }),
    ).toMatchObject({ value: { name: 'Oslo', language: 'nb' } }));

  it.each([
    ['generated', 'generated'],
    ['replay', 'replay'],
    ['real', null],
    [true, null],
  ])('reads the simulation mark %j as %j', (mark, simulation) =>
    expect(map({ limelight_simulation: mark })).toMatchObject({ value: { simulation } }),
  );

  it.each([[{ name: null }], [{ timezone: 'Mars/Olympus' }], [{ timezone: null }]])(
    'refuses %j',
    (overrides) => expect(map(overrides)).toMatchObject({ reason: 'badEnvelope' }),
  );
});
