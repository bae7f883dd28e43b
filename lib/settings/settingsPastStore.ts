import type { Database } from '@/lib/db/database';
import { defaultSettings } from './settings';
import { parseStored, type VersionedSettings } from './settingsStore';

/** Settings for as long as they were in force; epoch seconds. */
export interface SettingsSpan extends VersionedSettings {
  fromAt: number;
  toAt: number;
  /** When they were saved; null: the built-in ones, which nobody saved. */
  savedAt: number | null;
}

/**
 * The settings that were in force during a span: oldest first, without a gap. Of two saves within
 * one millisecond the later one counts.
 *
 * @param span epoch seconds; an empty one gives what was in force at its beginning
 */
export async function readSettingsDuring(
  db: Database,
  systemId: string,
  { fromAt, toAt }: { fromAt: number; toAt: number },
): Promise<SettingsSpan[]> {
  const { rows } = await db.query<{ id: number; settings: unknown; savedAt: number }>(
    SETTINGS_DURING_SQL,
    [systemId, fromAt, toAt],
  );
  const spans: SettingsSpan[] = rows.map(({ id, settings, savedAt }) => ({
    fromAt: Math.max(fromAt, savedAt),
    toAt,
    version: id,
    settings: parseStored(settings),
    savedAt,
  }));
  if (spans[0]?.fromAt !== fromAt)
    spans.unshift({ fromAt, toAt, version: 0, settings: defaultSettings, savedAt: null });
  return spans
    .map((span, i) => ({ ...span, toAt: spans[i + 1]?.fromAt ?? toAt }))
    .filter((span, i) => span.toAt > span.fromAt || (i === 0 && fromAt === toAt));
}

const SETTINGS_DURING_SQL = `
WITH version AS (
  SELECT id, settings, extract(epoch FROM created_at)::float8 AS saved_at
  FROM settings_version WHERE system_id = $1
)
SELECT id, settings, saved_at AS "savedAt" FROM version
WHERE saved_at <= $2::float8 AND id = (
    SELECT max(id) FROM version WHERE saved_at <= $2::float8)
  OR saved_at > $2::float8 AND saved_at < $3::float8
ORDER BY id`;
