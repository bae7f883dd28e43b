import { spawnGuarded } from './guardian.mjs';
import { killGroup } from './killGroup.mjs';

/** A command that failed, with the end of what it printed. */
export class CommandError extends Error {
  /**
   * @param {string} command
   * @param {string} how
   * @param {string} output
   */
  constructor(command, how, output) {
    const tail = output.trim().split('\n').slice(-25).join('\n');
    super(`${command} ${how}${tail ? `:\n${tail}` : ''}`);
    this.name = 'CommandError';
    this.output = output;
  }
}

/**
 * Runs a command to its end and returns what it printed. When `signal` aborts, it and everything
 * it started is ended.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, uid?: number, gid?: number, signal?: AbortSignal, inherit?: boolean }} [options]
 *   inherit: let it write to the terminal by itself
 * @returns {Promise<string>} standard output
 * @throws {CommandError}
 */
export function runCommand(command, args, { env, cwd, uid, gid, signal, inherit = false } = {}) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const output = inherit ? 'inherit' : 'pipe';
    const child = spawnGuarded(command, args, {
      cwd,
      uid,
      gid,
      env: env ?? process.env,
      stdio: ['ignore', output, output],
    });
    const end = () => killGroup(child.pid, 'SIGTERM');
    signal?.addEventListener('abort', end, { once: true });
    let stdout = '';
    let all = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      all += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      all += text;
    });
    child.once('error', (error) => reject(new CommandError(command, error.message, all)));
    child.once('close', (code, killedBy) => {
      signal?.removeEventListener('abort', end);
      const shown = [command, ...args].join(' ');
      if (signal?.aborted) reject(signal.reason);
      else if (code === 0) resolve(stdout);
      else reject(new CommandError(shown, `ended with ${killedBy ?? `code ${code}`}`, all));
    });
  });
}
