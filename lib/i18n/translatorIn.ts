import { createTranslator } from 'use-intl/core';
import { FORMAT_LOCALE, type Locale } from './locale';
import { type Messages, messagesOf, type Namespace } from './messages';

/**
 * Translates one namespace in a language that is known, where no request says it: for mail. In pages
 * use getTranslator.
 *
 * @param timeZone IANA zone of the city, where a message shows a clock
 */
export function translatorIn<Name extends Namespace>(
  locale: Locale,
  namespace: Name,
  timeZone: string,
) {
  const messages: Messages = messagesOf(locale);
  return createTranslator({ locale: FORMAT_LOCALE[locale], messages, namespace, timeZone });
}
