import { type DestinationStream, type Logger, pino } from 'pino';
import { logScope } from './logScope';

export type Log = Logger;
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/**
 * A structured log on standard output: one JSON object a line, with the level as a word and the
 * instant in ISO 8601, so that both people and the launcher can read it. Lines name the request or
 * the job that they were written for, see withLogScope.
 *
 * @param name which part of the product speaks: worker, web, ...
 * @param to where it goes: a command whose result is on standard output logs to the other
 */
export function createLog(
  level: LogLevel,
  name: string,
  to: 'stdout' | 'stderr' | DestinationStream = 'stdout',
): Log {
  return pino(
    {
      level,
      base: { name },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.err },
      mixin: () => logScope() ?? {},
    },
    typeof to === 'string' ? process[to] : to,
  );
}
