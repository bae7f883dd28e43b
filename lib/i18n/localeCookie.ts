import { env } from '@/lib/env/env';
import { LOCALE_COOKIE, type Locale } from './locale';

const YEAR_S = 365 * 24 * 60 * 60;

/** The cookie that remembers a language on a device, for a year. */
export function localeCookie(locale: Locale) {
  return {
    name: LOCALE_COOKIE,
    value: locale,
    path: '/',
    maxAge: YEAR_S,
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: env().PUBLIC_URL.startsWith('https:'),
  };
}
