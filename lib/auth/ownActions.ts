import type { WantedApiToken } from './apiTokenStore';
import type { ChangePasswordOutcome } from './changePassword';
import type { NameProblem } from './personName';
import type { ActionRefusal } from './runAction';

export type RenameAnswer =
  | { kind: 'saved' }
  | { kind: 'invalid'; error: NameProblem }
  | ActionRefusal;
export type ChangePasswordAnswer = ChangePasswordOutcome | ActionRefusal;
export type EndSessionAnswer = { kind: 'ended' } | { kind: 'gone' } | ActionRefusal;
export type EndSessionsAnswer = { kind: 'ended' } | ActionRefusal;
export type AddTokenAnswer =
  /** The token is here and nowhere else. */
  | { kind: 'created'; token: string }
  | { kind: 'invalid'; errors: { name?: NameProblem; scopes?: 'scopesMissing' } }
  | ActionRefusal;
export type RevokeTokenAnswer = { kind: 'revoked' } | { kind: 'gone' } | ActionRefusal;

/** What the page of one's own account asks of the server. */
export interface OwnActions {
  rename(name: string): Promise<RenameAnswer>;
  changeOwnPassword(form: { current: string; next: string }): Promise<ChangePasswordAnswer>;
  endSession(sessionId: string): Promise<EndSessionAnswer>;
  endEverySession(): Promise<EndSessionsAnswer>;
  addToken(wanted: WantedApiToken): Promise<AddTokenAnswer>;
  revokeToken(tokenId: string): Promise<RevokeTokenAnswer>;
}
