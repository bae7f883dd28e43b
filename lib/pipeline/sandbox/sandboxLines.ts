import type { Turns } from '@/lib/http/turns';
import type { SandboxEvent } from './runSandbox';

/** What a run writes, one line of JSON each; the last line is a result, or why there is none. */
export type SandboxLine =
  | SandboxEvent
  /** Another run is under way: this one begins after it. */
  | { kind: 'waiting' }
  | { kind: 'failed' };

/**
 * A run as lines of JSON, once it is its turn. It ends, and the turn with it, at the line at which
 * its reader leaves.
 *
 * @param signal of the request
 */
export async function* sandboxLines(
  run: () => AsyncGenerator<SandboxEvent>,
  { turns, signal, onError }: { turns: Turns; signal: AbortSignal; onError(error: unknown): void },
): AsyncGenerator<string> {
  if (turns.isBusy()) yield lineOf({ kind: 'waiting' });
  const endTurn = await turns.take();
  try {
    for await (const event of run()) {
      if (signal.aborted) return;
      yield lineOf(event);
    }
  } catch (error) {
    onError(error);
    yield lineOf({ kind: 'failed' });
  } finally {
    endTurn();
  }
}

function lineOf(line: SandboxLine): string {
  return `${JSON.stringify(line)}\n`;
}
