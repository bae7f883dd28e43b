import type { Role } from '@/lib/db/generated/enums';

/** What the form of an invitation begins with. */
export interface InviteStart {
  email: string;
  role: Role;
}

/** What it ends with: the link is here and nowhere else. */
export interface Invited {
  email: string;
  link: string;
  expiresAt: Date;
}
