/** The languages there are message files for; the first is the one of last resort. */
export const LOCALES = ['en', 'fr'] as const;
export type Locale = (typeof LOCALES)[number];

/** How each language writes dates and times. English is Europe's: days first, 24 hours. */
export const FORMAT_LOCALE = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<Locale, string>;
export type FormatLocale = (typeof FORMAT_LOCALE)[Locale];

/** Remembers a person's choice on this device; see chooseLocale. */
export const LOCALE_COOKIE = 'locale';

/** Whether a text names a language there are messages for. */
export function isLocale(value: string | null | undefined): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/**
 * The language to answer in: what the person chose, else the best of what the browser asks for,
 * else English.
 *
 * @param chosen the cookie's value
 * @param acceptLanguage the Accept-Language header, RFC 9110 12.5.4
 */
export function chooseLocale(
  chosen: string | null | undefined,
  acceptLanguage: string | null | undefined,
): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map(parseLanguageRange)
    .filter((range) => range.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.map((range) => range.language).find(isLocale) ?? LOCALES[0];
}

function parseLanguageRange(text: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = text.trim().toLowerCase().split(';');
  const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
  const weight = quality ? Number(quality.trim().slice(2)) : 1;
  return { language: tag.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
}
