import { createTranslator } from 'use-intl/core';
import { messagesOf, type Namespace } from './messages';
import { requestLocale } from './requestLocale';

/**
 * Translates one namespace in the language of the request, for server components:
 * `const t = await getTranslator('settings'); t('title')`.
 *
 * @param timeZone IANA zone of the city, where a message shows a clock
 */
export async function getTranslator<Name extends Namespace>(namespace: Name, timeZone = 'UTC') {
  const locale = await requestLocale();
  return createTranslator({ locale, messages: messagesOf(locale), namespace, timeZone });
}
