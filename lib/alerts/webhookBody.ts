import type { Simulation } from '@/lib/stations/station';
import type { AlertMessage } from './deliveryStore';
import { listPath } from './messageLinks';
import { type MergedLine, mergeLines } from './netLines';

/** Of each kind; `counts` has the whole numbers. */
const MAX_LINES = 500;

export interface WebhookContext {
  deliveryId: string;
  publicUrl: string;
  system: { systemId: string; name: string; timezone: string; simulation: Simulation };
}

/** What a webhook receives, as JSON text; documented in docs/alerts.md. The same at every attempt. */
export function webhookBody(message: AlertMessage, context: WebhookContext): string {
  const lines = mergeLines(message.lines);
  const [raised, recovered] = (['raised', 'recovered'] as const).map((kind) =>
    lines.filter((line) => line.kind === kind),
  ) as [MergedLine[], MergedLine[]];
  return JSON.stringify({
    id: context.deliveryId,
    kind: message.kind,
    system: context.system,
    since: isoOf(message.sinceMs),
    at: isoOf(message.atMs),
    counts: { raised: raised.length, recovered: recovered.length },
    raised: raised.slice(0, MAX_LINES).map(entryOf),
    recovered: recovered.slice(0, MAX_LINES).map(entryOf),
    url: new URL(listPath(lines), context.publicUrl).href,
  });
}

function entryOf({ subjectId, station, ruleNames, sinceMs, atMs }: MergedLine) {
  const subject = station
    ? { subject: 'station', stationId: subjectId, ...station }
    : { subject: 'feed' };
  return { ...subject, rules: ruleNames, since: isoOf(sinceMs), at: isoOf(atMs) };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
