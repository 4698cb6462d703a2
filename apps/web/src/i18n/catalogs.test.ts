import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { type Catalog, messages } from './messages.ts';

const sources = import.meta.glob<string>('../**/*.tsx', { eager: true, query: '?raw', import: 'default' });

/** 'noun.group.key' → message, for a whole catalog. */
function flatten(catalog: Catalog, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(catalog)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [k, v] of flatten(value, `${prefix}${key}.`)) flat.set(k, v);
  }
  return flat;
}

/** Names of all arguments and tags of an ICU message, sorted. Throws when the message cannot be parsed. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  const visit = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
      if (element.type === TYPE.tag) visit(element.children);
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(parse(message));
  return [...names].sort();
}

const en = flatten(messages.en);
const de = flatten(messages.de);

describe('catalogs', () => {
  test('there are words to check', () => {
    expect(en.size).toBeGreaterThan(50);
  });

  test('English and German have the same keys', () => {
    expect([...en.keys()].filter((key) => !de.has(key))).toEqual([]);
    expect([...de.keys()].filter((key) => !en.has(key))).toEqual([]);
  });

  test('no message is empty', () => {
    const empty = [...en, ...de].filter(([, message]) => message.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test('both languages use the same arguments', () => {
    const different: string[] = [];
    for (const [key, message] of en) {
      const mine = argumentsOf(message).join();
      const theirs = argumentsOf(de.get(key) ?? '').join();
      if (mine !== theirs) different.push(`${key}: en {${mine}} de {${theirs}}`);
    }
    expect(different).toEqual([]);
  });

  test('every key that a screen names literally exists', () => {
    const missing: string[] = [];
    for (const [path, source] of Object.entries(sources)) {
      for (const { key, found } of keysNamedIn(source)) if (!found) missing.push(`${path}: ${key}`);
    }
    expect(missing).toEqual([]);
  });
});

/** Finds `const t = useTranslations('noun')` and its `t('key')`, `t.rich('key')` … with a literal key. */
function keysNamedIn(source: string): { key: string; found: boolean }[] {
  const keys: { key: string; found: boolean }[] = [];
  const namespaces = new Map<string, Set<string>>();
  for (const [, name, namespace] of source.matchAll(/const (\w+) = useTranslations\('([^']+)'\)/g)) {
    namespaces.set(name!, (namespaces.get(name!) ?? new Set()).add(namespace!));
  }
  for (const [name, spaces] of namespaces) {
    // A file may use one name for two namespaces in two components: the key must exist in one of them.
    const uses = new RegExp(`(?<![\\w.])${name}(?:\\.rich|\\.markup|\\.raw)?\\('([^']+)'`, 'g');
    for (const [, key] of source.matchAll(uses)) {
      keys.push({
        key: `${[...spaces].join('|')}.${key}`,
        found: [...spaces].some((s) => en.has(`${s}.${key}`)),
      });
    }
  }
  return keys;
}
