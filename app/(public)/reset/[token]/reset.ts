'use server';

import { z } from 'zod';
import type { LinkAnswer } from '@/lib/auth/linkActions';
import { resetPassword } from '@/lib/auth/resetPassword';
import { runPublicAction } from '@/lib/auth/runPublicAction';
import { webDatabase } from '@/lib/db/webDatabase';

const formSchema = z.object({ secret: z.string().max(1_000), password: z.string().max(10_000) });

/** Gives the person of a link a new password; whoever has the link may. */
export async function reset(form: z.infer<typeof formSchema>): Promise<LinkAnswer> {
  return runPublicAction('reset', (address) =>
    resetPassword(webDatabase().pool, { ...formSchema.parse(form), address }),
  );
}
