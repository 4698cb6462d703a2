import type { TermKind } from '../kinds.ts';

/** A term of the starter set; parents come before their children. */
export interface StarterTerm {
  readonly kind: TermKind;
  readonly name: string;
  /** The parent's name, of the same kind. */
  readonly parent: string | null;
  readonly aliases: readonly string[];
}

/**
 * Reads a list written as an outline: one term a line, two spaces deeper below its parent, other spellings behind
 * `=` and parted by `;`. Written this way because a person keeps these lists, not a program.
 */
export const readOutline = (kind: TermKind, outline: string): readonly StarterTerm[] => {
  const path: string[] = [];
  return outline
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const depth = (line.length - line.trimStart().length) / 2;
      const [name = '', aliases = ''] = line.split(' = ').map((part) => part.trim());
      path.splice(depth, path.length, name);
      return {
        kind,
        name,
        parent: path[depth - 1] ?? null,
        aliases: aliases
          .split(';')
          .map((alias) => alias.trim())
          .filter((alias) => alias !== ''),
      };
    });
};
