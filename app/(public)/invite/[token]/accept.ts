'use server';

import { z } from 'zod';
import { acceptInvitation } from '@/lib/auth/acceptInvitation';
import type { LinkAnswer } from '@/lib/auth/linkActions';
import { runPublicAction } from '@/lib/auth/runPublicAction';
import { webDatabase } from '@/lib/db/webDatabase';
import { requestLocale } from '@/lib/i18n/requestLocale';

const formSchema = z.object({
  secret: z.string().max(1_000),
  name: z.string().max(1_000),
  password: z.string().max(10_000),
});

/** Opens the account that an invitation offers; whoever has the link may. */
export async function accept(form: z.infer<typeof formSchema>): Promise<LinkAnswer> {
  return runPublicAction('accept', async (address) => {
    const locale = await requestLocale();
    return acceptInvitation(webDatabase().pool, { ...formSchema.parse(form), locale, address });
  });
}
