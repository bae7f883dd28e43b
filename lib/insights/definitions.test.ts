import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { messagesOf } from '@/lib/i18n/messages';
import { DEFINITIONS } from './definitions';

const glossary = readFileSync(
  path.join(import.meta.dirname, '..', '..', 'docs', 'glossary.md'),
  'utf8',
);

test.each(Object.keys(DEFINITIONS))(
  '%s is defined in both languages and in the glossary',
  (name) => {
    for (const locale of ['en', 'fr'] as const) {
      const words = messagesOf(locale).insights.definition;
      expect(words[name as keyof typeof words]?.words.length).toBeGreaterThan(40);
    }
    const { title } = messagesOf('en').insights.definition[name as keyof typeof DEFINITIONS];
    expect(glossary.toLowerCase()).toContain(`| ${title.toLowerCase()} |`);
  },
);

test('nothing is defined that no figure has', () => {
  expect(Object.keys(messagesOf('en').insights.definition).sort()).toEqual(
    Object.keys(DEFINITIONS).sort(),
  );
});
