import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES } from './settingNames.mjs';

const secrets = { POSTGRES_PASSWORD: 'p'.repeat(24), AUTH_SECRET: 'a'.repeat(32) };
const env = { ...process.env, ...secrets };
const hasCompose = spawnSync('docker', ['compose', 'version']).status === 0;

describe('compose.yaml', () => {
  it('sets only names that the product knows', () => {
    const text = fs.readFileSync('compose.yaml', 'utf8');
    const names = [...text.matchAll(/^ {4,6}([A-Z][A-Z0-9_]+):/gm)].map((match) => match[1] ?? '');
    const unknown = names.filter((name) => !name.startsWith('POSTGRES_'));
    expect(names).toContain('REDIS_URL');
    expect(unknown.filter((name) => !SETTING_NAMES.includes(name))).toEqual([]);
  });

  it('keeps secrets out of the image', () => {
    expect(fs.readFileSync('.dockerignore', 'utf8').split('\n')).toContain('.env*');
  });

  it.skipIf(!hasCompose)('is understood by docker compose (skipped: not installed here)', () => {
    const config = spawnSync('docker', ['compose', 'config', '--format', 'json'], {
      env,
      encoding: 'utf8',
    });
    expect(config.stderr).toBe('');
    const { services } = JSON.parse(config.stdout);
    expect(Object.keys(services).sort()).toEqual(['migrate', 'postgres', 'redis', 'web', 'worker']);
  });

  it.skipIf(!hasCompose)('refuses to run without secrets (skipped: no docker compose here)', () => {
    const { status } = spawnSync('docker', ['compose', '--env-file', '/dev/null', 'config'], {
      env: { ...process.env, POSTGRES_PASSWORD: '', AUTH_SECRET: '' },
    });
    expect(status).not.toBe(0);
  });
});
