import type { AcceptOutcome } from './acceptInvitation';
import type { ResetOutcome } from './resetPassword';

/** What the form of an invitation is answered. */
export type AcceptAnswer = AcceptOutcome | { kind: 'failed' };
/** What the form of a reset is answered. */
export type ResetAnswer = ResetOutcome | { kind: 'failed' };
