import { describe, expect, test } from 'vitest';
import { aliasKey } from '../alias-key.ts';
import { TERM_KINDS } from '../kinds.ts';
import { STARTER_TAXONOMY } from './starter-taxonomy.ts';

const ofKind = (kind: string) => STARTER_TAXONOMY.filter((term) => term.kind === kind);
const find = (kind: string, spelling: string) =>
  ofKind(kind).find((term) => [term.name, ...term.aliases].some((s) => aliasKey(s) === aliasKey(spelling)))
    ?.name;

describe('the starter taxonomy', () => {
  test.each(TERM_KINDS)('%s: no spelling belongs to two terms', (kind) => {
    const owners = new Map<string, Set<string>>();
    for (const term of ofKind(kind)) {
      for (const spelling of [term.name, ...term.aliases]) {
        const key = aliasKey(spelling);
        owners.set(key, (owners.get(key) ?? new Set()).add(term.name));
      }
    }
    expect([...owners].filter(([, names]) => names.size > 1).map(([key, names]) => [key, ...names])).toEqual(
      [],
    );
  });

  test.each(TERM_KINDS)('%s: names are unique, parents come first', (kind) => {
    const seen = new Set<string>();
    for (const term of ofKind(kind)) {
      expect(term.name).not.toBe('');
      expect(seen.has(term.name)).toBe(false);
      if (term.parent !== null) expect(seen).toContain(term.parent);
      seen.add(term.name);
    }
  });

  test('it covers many professions', () => {
    expect(ofKind('skill').length).toBeGreaterThan(300);
    expect(ofKind('industry').length).toBeGreaterThan(55);
    expect(ofKind('occupation').length).toBeGreaterThan(110);
    expect(ofKind('goal').length).toBeGreaterThan(38);
  });

  test('people find their own spellings', () => {
    for (const js of ['JS', 'Javascript', 'JavaScript', 'java script'])
      expect(find('skill', js)).toBe('JavaScript');
    for (const node of ['NodeJS', 'Node.js', 'node js']) expect(find('skill', node)).toBe('Node.js');
    expect(find('skill', 'k8s')).toBe('Kubernetes');
    expect(['C', 'C++', 'C#'].map((name) => find('skill', name))).toEqual(['C', 'C++', 'C#']);
    expect(find('goal', 'switch career to IT')).toBe('Move into tech');
  });
});
