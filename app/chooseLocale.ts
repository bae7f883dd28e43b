'use server';

import { cookies } from 'next/headers';
import { currentUser } from '@/lib/auth/guard';
import { saveLocale } from '@/lib/auth/userStore';
import { webDatabase } from '@/lib/db/webDatabase';
import { isLocale, type Locale } from '@/lib/i18n/locale';
import { localeCookie } from '@/lib/i18n/localeCookie';

/** Answers in another language from now on: on this device, and for the signed-in on every one. */
export async function chooseLocale(locale: Locale): Promise<void> {
  if (!isLocale(locale)) return; // An action is a door: anything may come through.
  (await cookies()).set(localeCookie(locale));
  const user = await currentUser();
  if (user) await saveLocale(webDatabase().pool, user.id, locale);
}
