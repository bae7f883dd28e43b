import type { Database } from '@/lib/db/database';
import { createDaySummaryStore } from '@/lib/history/daySummaryStore';
import type { HistoryReader, PastCity } from '@/lib/history/historyReader';
import type { Span } from '@/lib/history/stationSeries';
import { readSettingsDuring } from '@/lib/settings/settingsPastStore';
import { type Looks, readLooks } from '@/lib/stations/looksStore';
import { readNextStationEventAt } from '@/lib/stations/stationEventStore';
import type { LoadedCity } from './assessedCity';
import type { CityView } from './cityView';
import { loadPastLine } from './loadPastLine';
import { createPastBases } from './pastBases';
import type { PastChunk } from './pastChunk';
import { type PastBase, pastFrame } from './pastFrame';
import type { KnownPast } from './pastLine';
import { readChunkChanges } from './readChunkChanges';
import { rulesDuring } from './rulesDuring';
import { rulesAt } from './rulesSpan';

export interface PastLoader {
  /** The judged city at an instant; null before the first thing that is known. */
  loadAt(at: Date): Promise<CityView | null>;
  /**
   * A stretch to be played, from its beginning up to its end or to where stations, or how exactly
   * they are known, change; null before the first thing that is known.
   */
  loadChunk(span: Span): Promise<PastChunk | null>;
  /** How many stations were empty through a stretch, and how far the past reaches. */
  loadLine(span: Span): Promise<KnownPast>;
}

export interface PastSources {
  db: Database;
  systemId: string;
  reader: HistoryReader;
  /** The present, for what is the same at all times: the city's name, clock and districts. */
  loadCity(): Promise<LoadedCity | null>;
}

/** Reads the past through the one reader, and judges it by the settings in force then. */
export function createPastLoader({ db, systemId, reader, loadCity }: PastSources): PastLoader {
  const bases = createPastBases();
  const days = createDaySummaryStore(db, systemId);

  /** What holds at an instant, on which stations. */
  async function readAt(at: Date): Promise<{ past: PastCity; on: PastBase } | null> {
    const [past, city] = await Promise.all([reader.readCityAt(at), loadCity()]);
    return past && city && { past, on: bases.baseOf(past.stations, city.view) };
  }

  return {
    async loadLine(span) {
      const timezone = (await loadCity())?.view.base.timezone ?? 'UTC';
      return loadPastLine({ reader, days, timezone }, span);
    },
    async loadAt(at) {
      const instant = instantSpan(at);
      const [known, settings, looks] = await Promise.all([
        readAt(at),
        readSettingsDuring(db, systemId, instant),
        readLooks(db, systemId, instant),
      ]);
      if (!known) return null;
      const { past, on } = known;
      const { base } = on;
      const frame = pastFrame(on, {
        ...past,
        medianReportedAt: medianAt(looks, past),
        rules: rulesAt(rulesDuring(settings, base.districts, base.timezone), past.at),
      });
      return { base, frame };
    },
    async loadChunk(asked) {
      const span = await knownPart(asked);
      const known = span && (await readAt(new Date(span.fromAt * 1_000)));
      if (!known) return null;
      const [settings, looks, unobserved, changes] = await Promise.all([
        readSettingsDuring(db, systemId, span),
        readLooks(db, systemId, span),
        // Wider, because at its ends a gap is cut off, and what lies in none of its ends is in it.
        reader.readUnobserved({ fromAt: span.fromAt - MINUTE_S, toAt: span.toAt + MINUTE_S }),
        readChunkChanges(reader, span, known.on.base.stations.stationId),
      ]);
      const { past, on } = known;
      const { base, baseId } = on;
      return {
        ...{ ...span, baseId, tier: past.tier, changes, unobserved },
        // On hours nobody looked in between; what held on the hour was fetched when it was.
        looks: past.tier === 'hours' ? { at: [], medianReportedAt: [] } : looks,
        opening: past.status,
        openingFetchedAt: past.fetchedAt,
        rules: rulesDuring(settings, base.districts, base.timezone),
      };
    },
  };

  /** From the first known minute on, up to where stations, or how exactly they are known, change. */
  async function knownPart({ fromAt, toAt }: Span): Promise<Span | null> {
    const reach = await reader.readReach();
    if (!reach) return null;
    const beginsAt = Math.max(fromAt, nextMinute(reach.oldestAt));
    const eventAt = await readNextStationEventAt(db, systemId, beginsAt);
    const ends = [eventAt, reach.exactFromAt]
      .filter((end) => end !== null)
      .map(nextMinute)
      .filter((end) => end > beginsAt);
    const endsAt = Math.min(toAt, ...ends);
    return endsAt > beginsAt ? { fromAt: beginsAt, toAt: endsAt } : null;
  }
}

/** What changes within a minute is seen from the next whole one on. */
function nextMinute(at: number): number {
  return Math.ceil(at / MINUTE_S) * MINUTE_S;
}

const MINUTE_S = 60;

function instantSpan(at: Date): Span {
  const atS = at.getTime() / 1_000;
  return { fromAt: atS, toAt: atS };
}

/** By the last look; of hours the columns' own median stands for it. */
function medianAt({ at, medianReportedAt }: Looks, past: PastCity): number | null {
  if (past.tier === 'hours') return null;
  const last = at.findLastIndex((lookedAt) => lookedAt <= past.at);
  return medianReportedAt[last] ?? null;
}
