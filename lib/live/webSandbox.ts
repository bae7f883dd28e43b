import { createTurns, type Turns } from '@/lib/http/turns';

// Next bundles routes apart; what must exist once a process hangs on the global object.
const globals = globalThis as typeof globalThis & { limelightSandbox?: Turns };

/** Replays of the past follow each other in a web process: open maps come first. */
export function sandboxTurns(): Turns {
  globals.limelightSandbox ??= createTurns();
  return globals.limelightSandbox;
}
