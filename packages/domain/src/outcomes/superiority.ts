/** In how many pairs of one value from each group the first is the higher. Both numbers are whole: nothing is rounded. */
export interface Superiority {
  /** Twice the wins of the first group: a win counts 2, a tie 1. From 0 to 2 × `pairs`. */
  readonly twiceWins: number;
  /** All pairs of one value from each: the product of the two sizes. */
  readonly pairs: number;
}

/**
 * The Mann–Whitney statistic of two groups, by ranks; ties count half. `twiceWins / (2 × pairs)` is the probability of
 * superiority, the common-language effect size of McGraw & Wong (1992), also known as AUC: one half is no difference.
 */
export const superiorityOf = (first: readonly number[], second: readonly number[]): Superiority => {
  const n = first.length;
  const all = [
    ...first.map((value) => ({ value, own: 1 })),
    ...second.map((value) => ({ value, own: 0 })),
  ].sort((a, b) => a.value - b.value);
  let twiceRanks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    let own = 0;
    while (to < all.length && all[to]!.value === all[from]!.value) own += all[to++]!.own;
    // The tied share the mean of their places, from + 1 … to; twice that is whole.
    twiceRanks += own * (from + 1 + to);
    from = to;
  }
  return { twiceWins: twiceRanks - n * (n + 1), pairs: n * second.length };
};
