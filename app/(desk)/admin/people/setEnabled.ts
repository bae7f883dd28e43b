'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { disablePerson, enablePerson } from '@/lib/auth/changePerson';
import type { PersonAnswer } from '@/lib/auth/peopleActions';
import { runAction } from '@/lib/auth/runAction';
import { webDatabase } from '@/lib/db/webDatabase';

/** Shuts a person out, or lets them in again. */
export async function setEnabled(personId: string, isEnabled: boolean): Promise<PersonAnswer> {
  return runAction('people.manage', 'setEnabled', async ({ actor }) => {
    const change = z.boolean().parse(isEnabled) ? enablePerson : disablePerson;
    const outcome = await change(webDatabase().pool, z.uuid().parse(personId), actor);
    revalidatePath('/admin/people');
    return outcome;
  });
}
