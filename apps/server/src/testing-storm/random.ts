/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface Dice {
  /** An integer from 0 to `below` − 1. */
  below(below: number): number;
  /** One of these; undefined of none. */
  pick<T>(list: readonly T[]): T | undefined;
  /** Up to `most` different ones. */
  some<T>(list: readonly T[], most: number): readonly T[];
  /** A word nobody else says. */
  word(): string;
}

export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (list) => list[below(list.length)],
    some(list, most) {
      const left = [...list];
      const taken = [];
      for (let n = Math.min(most, left.length); n > 0; n--) taken.push(...left.splice(below(left.length), 1));
      return taken;
    },
    word: () =>
      `w${seed.toString(36)}${Array.from({ length: 4 }, () => below(46_656).toString(36)).join('')}`,
  };
};
