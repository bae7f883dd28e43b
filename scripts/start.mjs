/** `npm start`: everything one installation needs, from one command. See docs/configuration.md. */
import fs from 'node:fs';
import path from 'node:path';
import { HELP, parseStartOptions, UsageError } from './launch/options.mjs';
import { start } from './launch/start.mjs';
import { red, say } from './launch/terminal.mjs';

if (fs.existsSync('.env')) process.loadEnvFile('.env');

try {
  const options = parseStartOptions(process.argv.slice(2), process.env);
  if (options.help) say(HELP);
  else process.exitCode = await start(options, path.resolve(import.meta.dirname, '..'));
} catch (error) {
  say(`\n${red('Limelight did not start.')} ${error instanceof Error ? error.message : error}`);
  if (error instanceof UsageError) say(`\n${HELP}`);
  process.exitCode = 1;
}
