/** Everything that is recorded: thing and past participle. One line a kind of change. */
export const AUDIT_ACTIONS = [
  'settings.saved',
  'settings.reverted',
  'person.invited',
  'person.uninvited',
  'person.renamed',
  'person.joined',
  'person.roleChanged',
  'person.disabled',
  'person.enabled',
  'person.resetIssued',
  'identity.connected',
  'password.changed',
  'sessions.ended',
  'token.created',
  'token.revoked',
  'session.started',
  'session.refused',
  'job.runAsked',
  'job.paused',
  'job.resumed',
  'alertRule.saved',
  'alertRule.removed',
  'alertDelivery.saved',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Entries that nobody who was signed in made: refused sign-ins, the launcher, commands. */
export const NOBODY = 'nobody';
