'use client';

import { type ReactNode, useMemo } from 'react';
import { IntlProvider } from 'use-intl/react';
import { FORMAT_LOCALE, type Locale } from './locale';
import type { Messages } from './messages';

/** The messages and the language of the client components below; see ClientMessages. */
export function IntlBoundary({
  locale,
  timeZone,
  messagesJson,
  children,
}: {
  locale: Locale;
  timeZone: string;
  /** As text: React would look at each of the hundreds of messages three times a page. */
  messagesJson: string;
  children: ReactNode;
}) {
  const messages = useMemo(() => JSON.parse(messagesJson) as Partial<Messages>, [messagesJson]);
  return (
    <IntlProvider locale={FORMAT_LOCALE[locale]} timeZone={timeZone} messages={messages}>
      {children}
    </IntlProvider>
  );
}
