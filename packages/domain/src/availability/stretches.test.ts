import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTES_PER_WEEK } from '../time.ts';
import {
  intersectHours,
  intersectSpans,
  joinSpans,
  minutesOf,
  normalizeHours,
  sharedLength,
  uniteHours,
} from './stretches.ts';

const stretch = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    from: fc.integer({ min: 0, max: 1439 }),
    to: fc.integer({ min: 0, max: 1440 }),
  })
  .filter(({ from, to }) => from !== to);
const hours = fc.array(stretch, { maxLength: 12 }).map(normalizeHours);

describe('normalizeHours', () => {
  it('splits hours over midnight, and Sunday night goes on as Monday', () => {
    expect(normalizeHours([{ weekday: 7, from: 1320, to: 60 }])).toEqual([
      { weekday: 1, from: 0, to: 60 },
      { weekday: 7, from: 1320, to: 1440 },
    ]);
  });

  it('joins touching stretches within a day and keeps midnight as a border', () => {
    expect(
      normalizeHours([
        { weekday: 2, from: 600, to: 660 },
        { weekday: 2, from: 540, to: 600 },
        { weekday: 2, from: 1380, to: 1440 },
        { weekday: 3, from: 0, to: 30 },
      ]),
    ).toEqual([
      { weekday: 2, from: 540, to: 660 },
      { weekday: 2, from: 1380, to: 1440 },
      { weekday: 3, from: 0, to: 30 },
    ]);
  });

  it('is idempotent and blind to order', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (list) => {
        const once = normalizeHours(list);
        expect(normalizeHours(once)).toEqual(once);
        expect(normalizeHours([...list].reverse())).toEqual(once);
      }),
    );
  });
});

describe('union and intersection', () => {
  it('add up as sets do', () => {
    fc.assert(
      fc.property(hours, hours, (a, b) => {
        const both = minutesOf(intersectHours(a, b));
        expect(minutesOf(uniteHours(a, b))).toBe(minutesOf(a) + minutesOf(b) - both);
        expect(intersectHours(a, a)).toEqual(a);
        expect(uniteHours(a, a)).toEqual(a);
        expect(intersectHours(a, b)).toEqual(intersectHours(b, a));
        expect(minutesOf(uniteHours(a, b))).toBeLessThanOrEqual(MINUTES_PER_WEEK);
      }),
    );
  });

  it('measures an intersection without building it', () => {
    const spans = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })))
      .map(joinSpans);
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const shared = intersectSpans(a, b);
        let length = 0;
        for (let i = 0; i < shared.length; i += 2) length += shared[i + 1]! - shared[i]!;
        expect(sharedLength(a, b)).toBe(length);
      }),
    );
  });
});
