'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { changeRole } from '@/lib/auth/changePerson';
import type { PersonAnswer } from '@/lib/auth/peopleActions';
import { runAction } from '@/lib/auth/runAction';
import { Role } from '@/lib/db/generated/enums';
import { webDatabase } from '@/lib/db/webDatabase';

/** Gives a person another role. */
export async function setRole(personId: string, role: Role): Promise<PersonAnswer> {
  return runAction('people.manage', 'setRole', async ({ actor }) => {
    const { pool } = webDatabase();
    const asked = [z.uuid().parse(personId), z.enum(Role).parse(role)] as const;
    const outcome = await changeRole(pool, ...asked, actor);
    revalidatePath('/admin/people');
    return outcome;
  });
}
