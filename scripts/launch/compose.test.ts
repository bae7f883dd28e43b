import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES } from './settingNames.mjs';

const secrets = { POSTGRES_PASSWORD: 'p'.repeat(24), AUTH_SECRET: 'a'.repeat(32) };
/** Docker's plugin, else the older program of its own; both read the file without an engine. */
const compose = [['docker', 'compose'], ['docker-compose']].find(
  ([program = '', ...words]) => spawnSync(program, [...words, 'version']).status === 0,
);

function runCompose(words: string[], secretsGiven: Record<string, string>) {
  const [program = '', ...first] = compose ?? [];
  return spawnSync(program, [...first, ...words], {
    env: { ...process.env, ...secretsGiven },
    encoding: 'utf8',
  });
}

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

  it.skipIf(!compose)('is understood by Compose (skipped: not installed here)', () => {
    const { status, stderr, stdout } = runCompose(['config', '--services'], secrets);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const services = stdout.trim().split('\n').sort();
    expect(services).toEqual(['migrate', 'postgres', 'redis', 'web', 'worker']);
  });

  it.skipIf(!compose)('refuses to run without secrets (skipped: no Compose here)', () => {
    // Names in the environment win over a developer's .env, and empty ones count as missing.
    const none = { POSTGRES_PASSWORD: '', AUTH_SECRET: '' };
    const { status, stderr } = runCompose(['config'], none);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/POSTGRES_PASSWORD|AUTH_SECRET/);
  });
});
