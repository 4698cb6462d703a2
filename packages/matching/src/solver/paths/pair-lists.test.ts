import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createPairLists,
  entryWith,
  extendLists,
  idsOf,
  insertPair,
  type PairLists,
  placeOf,
  pushPair,
  removePair,
  replaceByLast,
} from './pair-lists.ts';

type Plain = { id: number; score: number }[];

function pairsOf({ start, count, id, score }: PairLists, k: number): Plain {
  return Array.from({ length: count[k]! }, (_, e) => ({
    id: id[start[k]! + e]!,
    score: score[start[k]! + e]!,
  }));
}

test('lists hold what plain lists would, however often they move and are put together again', () => {
  const step = fc.record({
    kind: fc.nat(4),
    list: fc.nat(5),
    at: fc.nat(1000),
    times: fc.integer({ min: 1, max: 300 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const lists = createPairLists(Int32Array.of(2, 0, 5));
      const plain: Plain[] = [[], [], []];
      let next = 0;
      for (const { kind, list, at, times } of steps) {
        const k = list % plain.length;
        const own = plain[k]!;
        if (kind === 4) {
          extendLists(lists, plain.length + 1);
          plain.push([]);
          continue;
        }
        for (let t = 0; t < times; t++) {
          const place = own.length === 0 ? 0 : at % own.length;
          const pair = { id: next++, score: next % 7 };
          if (kind === 0) {
            pushPair(lists, k, pair.id, pair.score);
            own.push(pair);
          } else if (kind === 1) {
            insertPair(lists, k, place, pair.id, pair.score);
            own.splice(place, 0, pair);
          } else if (own.length > 0 && kind === 2) {
            removePair(lists, k, place);
            own.splice(place, 1);
          } else if (own.length > 0) {
            replaceByLast(lists, k, place);
            own[place] = own[own.length - 1]!;
            own.pop();
          }
        }
      }
      plain.forEach((own, k) => {
        expect(pairsOf(lists, k)).toEqual(own);
        expect([...idsOf(lists, k)]).toEqual(own.map(({ id }) => id));
        for (const [at, { id }] of own.slice(0, 3).entries()) expect(entryWith(lists, k, id)).toBe(at);
      });
    }),
    { numRuns: 200 },
  );
});

test('finds where an id stands in an ascending list, or would', () => {
  const lists = createPairLists(Int32Array.of(0, 3));
  for (const id of [2, 4, 8]) pushPair(lists, 1, id, 0);
  expect([1, 2, 3, 4, 8, 9].map((id) => placeOf(lists, 1, id))).toEqual([0, 0, 1, 1, 2, 3]);
  expect(entryWith(lists, 1, 5)).toBe(3);
});
