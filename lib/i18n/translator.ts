import { createFormatter, createTranslator } from 'use-intl/core';
import { messagesOf, type Namespace } from './messages';
import { requestLocale } from './requestLocale';

/**
 * Translates one namespace in the language of the request, for server components:
 * `const t = await getTranslator('settings'); t('title')`.
 */
export async function getTranslator<Name extends Namespace>(namespace: Name) {
  const locale = await requestLocale();
  return createTranslator({ locale, messages: messagesOf(locale), namespace, timeZone: 'UTC' });
}

/**
 * Formats numbers, dates and ages in the language of the request, for server components.
 *
 * @param timeZone IANA zone of the city whose clock is shown
 */
export async function getFormatter(timeZone: string) {
  return createFormatter({ locale: await requestLocale(), timeZone });
}
