import type { translatorIn } from '@/lib/i18n/translatorIn';
import type { Simulation } from '@/lib/stations/station';
import { countLines } from './countLines';
import type { AlertMessage } from './deliveryStore';
import { headlineOf } from './headlineOf';
import { htmlOfMail } from './htmlOfMail';
import type { MailLine, MailParts } from './mailParts';
import { listPath, stationPath } from './messageLinks';
import { type MergedLine, mergeLines } from './netLines';

/** Stations named in a mail; the list on the map has them all. */
const MAX_LINES = 40;

export type AlertTranslator = ReturnType<typeof translatorIn<'alerts'>>;

export interface MailContext {
  t: AlertTranslator;
  locale: string;
  publicUrl: string;
  systemName: string;
  simulation: Simulation;
}

/** A message as a mail in the reader's language, by the city's clock. */
export function mailOfMessage(message: AlertMessage, context: MailContext) {
  const { t, publicUrl, simulation } = context;
  const lines = mergeLines(message.lines);
  const title = titleOf(message, context);
  const parts: MailParts = {
    locale: context.locale,
    simulated: simulation === null ? null : t(`mail.simulated.${simulation}`),
    title,
    lead: leadOf(message, context),
    sections: (['raised', 'recovered'] as const).flatMap((kind) => sectionOf(kind, lines, context)),
    action: { label: t('mail.openList'), url: new URL(listPath(lines), publicUrl).href },
    footer: { text: t('mail.why'), url: new URL('/alerts', publicUrl).href },
  };
  const prefix = simulation === null ? '' : `${t('mail.simulatedPrefix')} `;
  return { subject: `${prefix}${title}`, text: textOf(parts), html: htmlOfMail(parts) };
}

function titleOf({ kind, lines }: AlertMessage, { t, systemName: city }: MailContext): string {
  if (kind === 'test') return t('mail.testTitle', { city });
  return t('mail.title', { ...headlineOf(countLines(lines)), city });
}

function leadOf({ kind, sinceMs, atMs }: AlertMessage, { t, systemName: city }: MailContext) {
  if (kind === 'test') return t('mail.testLead');
  const [since, at] = [new Date(sinceMs), new Date(atMs)];
  return sinceMs === atMs
    ? t('mail.leadNow', { city, at })
    : t('mail.leadSpan', { city, since, at });
}

function sectionOf(
  kind: MergedLine['kind'],
  all: readonly MergedLine[],
  { t, publicUrl }: MailContext,
): MailParts['sections'] {
  const lines = all.filter((line) => line.kind === kind);
  if (lines.length === 0) return [];
  const more = lines.length - MAX_LINES;
  return [
    {
      heading: t(`section.${kind}`, { count: lines.length }),
      lines: lines.slice(0, MAX_LINES).map((line) => mailLine(line, t, publicUrl)),
      more: more > 0 ? t('mail.more', { count: more }) : null,
    },
  ];
}

function mailLine(line: MergedLine, t: AlertTranslator, publicUrl: string): MailLine {
  const rules = t('byRules', { rules: line.ruleNames.join(', ') });
  const since = new Date(line.sinceMs);
  const { station, kind } = line;
  if (!station)
    return { name: t('feed'), url: null, facts: t(`feedFacts.${kind}`, { since }), rules };
  const bikes = station.usableBikes ?? 0;
  const place = station.districtName === null ? '' : ` · ${station.districtName}`;
  const facts = t(`stationFacts.${kind}`, {
    severity: t(`severity.${station.severity}`),
    bikes,
    since,
    covered: String(station.isCovered),
  });
  const url = new URL(stationPath(line.subjectId), publicUrl).href;
  return { name: `${station.name}${place}`, url, facts, rules };
}

function textOf({ simulated, title, lead, sections, action, footer }: MailParts): string {
  const blocks = sections.map(({ heading, lines, more }) =>
    [
      heading,
      ...lines.map(({ name, facts, rules }) => `- ${name}\n  ${facts}\n  ${rules}`),
      ...(more ? [more] : []),
    ].join('\n'),
  );
  return [
    ...(simulated ? [`*** ${simulated} ***`] : []),
    title,
    lead,
    ...blocks,
    `${action.label}\n${action.url}`,
    `-- \n${footer.text}\n${footer.url}`,
  ].join('\n\n');
}
