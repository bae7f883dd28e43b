import type { Role } from '@/lib/db/generated/enums';
import type { PersonChange } from './changePerson';
import type { InviteOutcome, WantedInvitation } from './invitePerson';
import type { IssueOutcome } from './resetPassword';
import type { ActionRefusal } from './runAction';

export type InviteAnswer =
  /** The link is here and nowhere else. */
  | { kind: 'invited'; email: string; link: string; expiresAt: Date }
  | Exclude<InviteOutcome, { kind: 'invited' }>
  | ActionRefusal;

export type WithdrawAnswer = { kind: 'withdrawn' } | { kind: 'gone' } | ActionRefusal;
export type PersonAnswer = PersonChange | ActionRefusal;

export type ResetLinkAnswer =
  /** The link is here and nowhere else. */
  | { kind: 'issued'; link: string; expiresAt: Date }
  | Exclude<IssueOutcome, { kind: 'issued' }>
  | ActionRefusal;

/** What the people's page asks of the server. */
export interface PeopleActions {
  invite(wanted: WantedInvitation): Promise<InviteAnswer>;
  withdraw(invitationId: string): Promise<WithdrawAnswer>;
  setRole(personId: string, role: Role): Promise<PersonAnswer>;
  setEnabled(personId: string, isEnabled: boolean): Promise<PersonAnswer>;
  makeResetLink(personId: string): Promise<ResetLinkAnswer>;
}
