import type { ReactNode } from 'react';
import { IntlBoundary } from './IntlBoundary';
import { type Namespace, pickMessages } from './messages';
import { requestLocale } from './requestLocale';

/**
 * Hands the client components below it the messages of some namespaces, in the language of the
 * request. The innermost one counts: name every namespace that the page's client components use.
 *
 * @param timeZone IANA zone of the city whose clock is shown; UTC where no clock is
 */
export async function ClientMessages({
  namespaces,
  timeZone = 'UTC',
  children,
}: {
  namespaces: readonly Namespace[];
  timeZone?: string;
  children: ReactNode;
}) {
  const locale = await requestLocale();
  return (
    <IntlBoundary
      locale={locale}
      timeZone={timeZone}
      messagesJson={JSON.stringify(pickMessages(locale, namespaces))}
    >
      {children}
    </IntlBoundary>
  );
}
