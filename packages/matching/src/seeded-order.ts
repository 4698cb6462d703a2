/**
 * A permutation of 0 … count − 1 drawn from a seed (Fisher–Yates over mulberry32): the same on every machine.
 * Rows are first put in the order of their ids and then in this one, so the order of the input never matters, and
 * among equally good plans nobody is favored for being first in the alphabet.
 */
export const seededOrder = (count: number, seed: number): Int32Array => {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  let state = seed >>> 0;
  for (let i = count - 1; i > 0; i--) {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    const j = ((t ^ (t >>> 14)) >>> 0) % (i + 1);
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
};

/** By code unit, not by locale: the same everywhere. */
export const byId = <T extends { readonly id: string }>(a: T, b: T): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
