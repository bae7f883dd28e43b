import { createTranslator } from 'use-intl/core';
import { FORMAT_LOCALE, type Locale } from './locale';
import { type Messages, messagesOf, type Namespace } from './messages';
import { requestLocale } from './requestLocale';

/**
 * Translates one namespace in the language of the request, for server components:
 * `const t = await getTranslator('settings'); t('title')`.
 *
 * @param timeZone IANA zone of the city, where a message shows a clock
 */
export async function getTranslator<Name extends Namespace>(namespace: Name, timeZone = 'UTC') {
  return translatorOf(await requestLocale(), namespace, timeZone);
}

/** Kept, because each one compiles its messages and formats anew. One a room and language. */
const translators = new Map<string, unknown>();

function translatorOf<Name extends Namespace>(locale: Locale, namespace: Name, timeZone: string) {
  const key = `${locale} ${namespace} ${timeZone}`;
  const known = translators.get(key) as ReturnType<typeof makeTranslator<Name>> | undefined;
  const translator = known ?? makeTranslator(locale, namespace, timeZone);
  if (!known) translators.set(key, translator);
  return translator;
}

function makeTranslator<Name extends Namespace>(locale: Locale, namespace: Name, timeZone: string) {
  const messages: Messages = messagesOf(locale);
  return createTranslator({ locale: FORMAT_LOCALE[locale], messages, namespace, timeZone });
}
