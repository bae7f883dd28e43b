import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastRatio } from './contrastRatio';

const css = readFileSync('app/globals.css', 'utf8');

function declarations(selector: string): Record<string, string> {
  const block = new RegExp(`\\n${selector} \\{\\n([^}]*)\\}`).exec(css)?.[1];
  if (!block) throw new Error(`${selector} is not in globals.css`);
  return Object.fromEntries(
    [...block.matchAll(/--([a-z0-9-]+): ([^;]+);/g)].map(([, k, v]) => [k!, v!]),
  );
}

const light = declarations(':root');
const themes = { light, dark: { ...light, ...declarations('\\.dark') } };

function colour(theme: Record<string, string>, token: string): string {
  const value = theme[token];
  const reference = /^var\(--([a-z0-9-]+)\)$/.exec(value ?? '')?.[1];
  if (reference) return colour(theme, reference);
  if (!/^#[0-9a-f]{6}$/.test(value ?? ''))
    throw new Error(`--${token} is no plain colour: ${value}`);
  return value!;
}

const TEXT_PAIRS = [
  ['ink', 'paper'],
  ['ink', 'raised'],
  ['ink', 'sunken'],
  ['ink-muted', 'paper'],
  ['ink-muted', 'raised'],
  ['ink-muted', 'sunken'],
  ['ink-faint', 'paper'],
  ['ink-faint', 'raised'],
  ['on-inverse', 'inverse'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent', 'accent-pressed'],
  ['danger', 'raised'],
  ['danger', 'danger-wash'],
  ['ink', 'danger-wash'],
  ['warning', 'raised'],
  ['warning', 'warning-wash'],
  ['ink', 'warning-wash'],
  ['info', 'raised'],
  ['info', 'info-wash'],
] as const;

/** Borders of controls and rings of focus: what must be seen, but not read. */
const SHAPE_PAIRS = [
  ['line-strong', 'raised'],
  ['line-strong', 'paper'],
  ['focus', 'raised'],
  ['focus', 'paper'],
  ['past', 'paper'],
  ['future', 'paper'],
] as const;

describe.each(Object.entries(themes))('tokens of the %s theme', (_, theme) => {
  it.each(TEXT_PAIRS)('--%s is readable on --%s', (text, ground) => {
    expect(contrastRatio(colour(theme, text), colour(theme, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPE_PAIRS)('--%s is seen on --%s', (shape, ground) => {
    expect(contrastRatio(colour(theme, shape), colour(theme, ground))).toBeGreaterThanOrEqual(3);
  });
});
