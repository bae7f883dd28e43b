import { CommandError, runCommand } from '../runCommand.mjs';

/**
 * Runs a program of the dependencies with the terminal as its output.
 *
 * @param {string[]} args for Node: the script first
 * @param {{ root: string, env: Record<string, string | undefined>, signal: AbortSignal }} options
 * @returns {Promise<boolean>} whether it was content
 */
export async function runTool(args, { root, env, signal }) {
  try {
    await runCommand(process.execPath, args, { cwd: root, env, signal, inherit: true });
    return true;
  } catch (error) {
    if (error instanceof CommandError) return false; // it has said why
    throw error;
  }
}
