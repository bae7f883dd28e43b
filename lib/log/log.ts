import { type Logger, pino } from 'pino';

export type Log = Logger;
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/**
 * A structured log on standard output: one JSON object a line, with the level as a word and the
 * instant in ISO 8601, so that both people and the launcher can read it.
 *
 * @param name which part of the product speaks: worker, web, ...
 * @param stream where it goes: a command whose result is on standard output logs to the other
 */
export function createLog(
  level: LogLevel,
  name: string,
  stream: 'stdout' | 'stderr' = 'stdout',
): Log {
  return pino(
    {
      level,
      base: { name },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.err },
    },
    process[stream],
  );
}
