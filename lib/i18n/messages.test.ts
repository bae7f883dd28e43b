import {
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
  TYPE,
} from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { LOCALES } from './locale';
import { messagesOf, pickMessages } from './messages';

/** Every message of a file: dotted key -> sorted names of what it takes. Throws on bad ICU. */
function parametersByKey(tree: object, prefix = ''): Record<string, string[]> {
  return Object.entries(tree).reduce<Record<string, string[]>>((found, [name, value]) => {
    const key = `${prefix}${name}`;
    if (typeof value !== 'string') return Object.assign(found, parametersByKey(value, `${key}.`));
    found[key] = [...new Set(parse(value).flatMap(parameterNames))].sort();
    return found;
  }, {});
}

function parameterNames(element: MessageFormatElement): string[] {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
  if (isTagElement(element)) {
    return [`<${element.value}>`, ...element.children.flatMap(parameterNames)];
  }
  if (isPluralElement(element) || isSelectElement(element)) {
    const branches = Object.values(element.options);
    return [element.value, ...branches.flatMap(({ value }) => value.flatMap(parameterNames))];
  }
  return [element.value];
}

describe('message files', () => {
  const english = parametersByKey(messagesOf('en'));

  it.each(LOCALES)('%s has every key, and each takes the same parameters', (locale) => {
    expect(parametersByKey(messagesOf(locale))).toEqual(english);
  });

  it.each(LOCALES)('%s says something under every key', (locale) => {
    const silent = Object.entries(flatten(messagesOf(locale))).filter(([, text]) => !text.trim());
    expect(silent).toEqual([]);
  });
});

describe('pickMessages', () => {
  it('gives a page only the namespaces it asks for', () => {
    expect(Object.keys(pickMessages('fr', ['ui', 'shell']))).toEqual(['ui', 'shell']);
  });
});

function flatten(tree: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${name}`, value]]
        : Object.entries(flatten(value, `${prefix}${name}.`)),
    ),
  );
}
