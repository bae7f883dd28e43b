import type { FormatLocale, Locale } from './locale';
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

/** The shape of a message file; English declares it, a test holds the others to it. */
export type Messages = typeof en;
/** One room's messages: the top level of a message file. */
export type Namespace = keyof Messages;

declare module 'use-intl/core' {
  interface AppConfig {
    Locale: FormatLocale;
    Messages: typeof en;
  }
}

const MESSAGES: Readonly<Record<Locale, Messages>> = { en, fr };

/** Every message of a language. Server only: pages hand browsers the namespaces they need. */
export function messagesOf(locale: Locale): Messages {
  return MESSAGES[locale];
}

/** Some namespaces of a language, for a page's client components. */
export function pickMessages<Name extends Namespace>(
  locale: Locale,
  namespaces: readonly Name[],
): Pick<Messages, Name> {
  const messages = messagesOf(locale);
  return Object.fromEntries(namespaces.map((name) => [name, messages[name]])) as Pick<
    Messages,
    Name
  >;
}
