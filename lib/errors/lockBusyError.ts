/** Somebody else holds the lock right now. */
export class LockBusyError extends Error {
  override name = 'LockBusyError';

  constructor(lock: string) {
    super(`${lock} is at work elsewhere`);
  }
}
