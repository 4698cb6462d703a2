/**
 * The key under which spellings of one term meet: compatibility-normalized (NFKC), case-folded,
 * inner white space, dots, hyphens and underscores dropped — but `+`, `#` and `/` kept, since C, C++ and C#
 * are three languages. `Node.js`, `NodeJS` and `node js` are one key; so are `Both` and `both`.
 */
export const aliasKey = (spelling: string): string =>
  spelling
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\s.\-_'’]+/gu, '');
