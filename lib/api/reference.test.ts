import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { messagesOf } from '@/lib/i18n/messages';
import { API_ROUTES } from './apiRoutes';
import { readQuery } from './readQuery';
import { operationFacts, PARAMETER_WORDS } from './reference';

const words = messagesOf('en').apiDocs;

describe('the reference', () => {
  it('says of each address and each parameter what the document says', () => {
    for (const route of API_ROUTES) {
      if (route.permission !== null) {
        expect(words.operation[route.operationId]).toBe(route.summary);
      }
      const fields = { ...route.params.shape, ...route.query.shape };
      for (const { name, words: key } of operationFacts(route).parameters) {
        const { description } = z.toJSONSchema(fields[name] as z.ZodType, { io: 'input' });
        expect(words.parameter[key], `${route.path} ${name}`).toBe(description);
      }
    }
  });

  it('has no word that no parameter needs', () => {
    const needed = API_ROUTES.flatMap((route) => operationFacts(route).parameters).map(
      (one) => one.words,
    );
    expect([...new Set(needed)].sort()).toEqual([...PARAMETER_WORDS].sort());
    expect(Object.keys(words.parameter).sort()).toEqual([...PARAMETER_WORDS].sort());
  });

  it('gives examples that can be asked', () => {
    for (const { path, query, example } of API_ROUTES) {
      const asked = readQuery(new URLSearchParams(example), query);
      expect(query.safeParse(asked).error, `${path}?${example}`).toBeUndefined();
    }
  });
});
