import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { chooseLocale, LOCALE_COOKIE, type Locale } from './locale';

/** The language of the request being answered. Server components, actions and handlers only. */
export const requestLocale = cache(async (): Promise<Locale> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return chooseLocale(jar.get(LOCALE_COOKIE)?.value, head.get('accept-language'));
});
