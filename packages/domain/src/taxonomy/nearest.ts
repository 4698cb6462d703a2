import { aliasKey } from './alias-key.ts';

/** Least number of letters typed wrong, left out, added or swapped with a neighbor; at most `most`, then `most + 1`. */
const slips = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, older[j - 2]! + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    older = last;
    last = row;
  }
  return last[b.length]!;
};

export interface Spelling<Id extends string> {
  readonly id: Id;
  readonly spelling: string;
}

export interface Near<Id extends string> {
  readonly id: Id;
  /** Only a slip of the pen apart: one letter in five, and no shorter word than five letters. */
  readonly slip: boolean;
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word.length > 1 || word === 'c' || word === 'r');

/**
 * Finds what an unknown spelling may mean: first what is a slip of the pen away, then what shares its words.
 * Made once for a list, then asked for every unknown value.
 */
export const nearestIn = <Id extends string>(
  known: readonly Spelling<Id>[],
): ((spelling: string, most?: number) => readonly Near<Id>[]) => {
  const ready = known.map(({ id, spelling }) => ({ id, key: aliasKey(spelling), words: wordsOf(spelling) }));
  return (spelling, most = 3) => {
    const key = aliasKey(spelling);
    const words = wordsOf(spelling);
    const allowed = Math.min(2, Math.floor(key.length / 5));
    const best = new Map<Id, number>();
    const offer = (id: Id, cost: number) => best.set(id, Math.min(cost, best.get(id) ?? 99));
    for (const candidate of ready) {
      if (allowed > 0) {
        const wrong = slips(key, candidate.key, allowed);
        if (wrong <= allowed) offer(candidate.id, wrong);
      }
      if (candidate.words.length === 0 || words.length === 0) continue;
      const shared = words.filter((word) => candidate.words.includes(word)).length;
      const rest = words.length + candidate.words.length - 2 * shared;
      if (shared > 0 && rest <= 2 && (shared === words.length || shared === candidate.words.length)) {
        offer(candidate.id, 3 + rest);
      }
    }
    return [...best]
      .sort((a, b) => a[1] - b[1])
      .slice(0, most)
      .map(([id, cost]) => ({ id, slip: cost <= allowed }));
  };
};
