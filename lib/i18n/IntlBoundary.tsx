'use client';

import type { ComponentProps } from 'react';
import { IntlProvider } from 'use-intl/react';

/** The messages and the language of the client components below; see ClientMessages. */
export function IntlBoundary(props: ComponentProps<typeof IntlProvider>) {
  return <IntlProvider {...props} />;
}
