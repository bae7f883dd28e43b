import type { WhyClause, WhyPart } from './why';

/** The keys of the message namespace "why". */
export type WhyMessage = WhyPart['code'] | 'partSeparator' | 'clauseSeparator';

/** Turns a key of the namespace "why" and its parameters into words of the reader's language. */
export type TranslateWhy = (code: WhyMessage, params?: Record<string, number>) => string;

/**
 * Says a why in one line, such as "0 of 30 bikes, target 6; nearest with bikes 410 m; reported
 * 40 s ago".
 */
export function whyInWords(clauses: readonly WhyClause[], translate: TranslateWhy): string {
  return clauses
    .map((parts) =>
      parts.map(({ code, params }) => translate(code, params)).join(translate('partSeparator')),
    )
    .join(translate('clauseSeparator'));
}
