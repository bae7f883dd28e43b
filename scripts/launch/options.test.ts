import path from 'node:path';
import { expect, it } from 'vitest';
import { parseStartOptions, UsageError } from './options.mjs';

it('takes options, then the environment, then defaults', () => {
  expect(parseStartOptions([], {})).toEqual({
    port: undefined,
    host: '127.0.0.1',
    dataDir: path.resolve('.data'),
    demo: false,
    live: false,
    dev: false,
    help: false,
  });
  const env = { PORT: '4000', HOST: '0.0.0.0', DATA_DIR: '/srv/limelight' };
  expect(parseStartOptions([], env)).toMatchObject({ port: 4000, host: '0.0.0.0' });
  expect(parseStartOptions(['--port', '5000', '--data', 'x'], env)).toMatchObject({
    port: 5000,
    dataDir: path.resolve('x'),
  });
});

it.each([
  [['--port', '0']],
  [['--port', '65536']],
  [['--port', 'http']],
  [['--demo', '--live']],
  [['--prot', '3000']],
  [['map']],
])('refuses %j in words', (argv) => {
  expect(() => parseStartOptions(argv, {})).toThrow(UsageError);
});
