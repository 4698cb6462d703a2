import type { TermId } from '@trellis/domain/ids';
import type { TermView } from '@trellis/domain/taxonomy/views';
import { describe, expect, test } from 'vitest';
import { subtreeIds, type TreeNode, treeOf } from './tree-data.ts';

const id = (value: string) => value as TermId;
const term = (name: string, parent: string | null, aliases: string[] = []): TermView => ({
  id: id(name),
  kind: 'skill',
  name,
  parentId: parent === null ? null : id(parent),
  aliases,
});
const terms = [
  term('Software', null),
  term('JavaScript', 'Software', ['JS']),
  term('Ada', 'Software'),
  term('Law', null),
];
const shape = (nodes: TreeNode[]): unknown[] => nodes.map((node) => [node.label, ...shape(node.children)]);

describe('treeOf', () => {
  test('sorts by name at every level', () => {
    expect(shape(treeOf(terms, '', 'en'))).toEqual([['Law'], ['Software', ['Ada'], ['JavaScript']]]);
  });

  test('a search keeps what it finds, by any spelling, and what lies above', () => {
    const found = treeOf(terms, ' js ', 'en');
    expect(shape(found)).toEqual([['Software', ['JavaScript']]]);
    expect(found[0]?.children[0]?.foundBy).toBe('JS');
  });

  test('a term whose parent is missing stands at the top', () => {
    expect(shape(treeOf([term('Lost', 'Nowhere')], '', 'en'))).toEqual([['Lost']]);
  });
});

test('subtreeIds holds the term and all below it', () => {
  expect([...subtreeIds(terms, id('Software'))].sort()).toEqual(['Ada', 'JavaScript', 'Software']);
});
