import { z } from 'zod';
import type { Simulation, SystemInformation } from '@/lib/stations/station';
import { openEnvelope } from './envelope';
import { type RawEntry, readLocalizedText, readText } from './fields';
import { accepted, type Mapped, refused } from './mapped';

const dataSchema = z.looseObject({});

/** Maps system_information; the project's own simulated feed says there that it is one. */
export function mapSystem(json: unknown, fetchedAt: Date): Mapped<SystemInformation> {
  const envelope = openEnvelope(json, dataSchema, fetchedAt);
  if (!envelope) return refused('badEnvelope', 'The system file has no data');
  const name = readLocalizedText(envelope.data.name);
  const timezone = readTimezone(envelope.data.timezone);
  if (name === null) return refused('badEnvelope', 'The system has no name');
  if (timezone === null) return refused('badEnvelope', 'The system has no usable time zone');
  const language = readLanguage(envelope.data);
  const simulation = readSimulation(envelope.data.limelight_simulation);
  return accepted(
    { name, timezone, language, simulation },
    { lastUpdatedAt: envelope.lastUpdatedAt, ttlS: envelope.ttlS },
  );
}

function readTimezone(value: unknown): string | null {
  const timezone = readText(value);
  if (timezone === null) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
    return timezone;
  } catch {
    // RangeError is how Intl says that it does not know the zone.
    return null;
  }
}

/** `language` (1.x, 2.x) or the first of `languages` (3.0). */
function readLanguage(data: RawEntry): string {
  const first = Array.isArray(data.languages) ? data.languages[0] : undefined;
  return readText(data.language) ?? readText(first) ?? 'en';
}

function readSimulation(value: unknown): Simulation {
  return value === 'generated' || value === 'replay' ? value : null;
}
