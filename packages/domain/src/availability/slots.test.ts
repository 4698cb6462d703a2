import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyDay, minutesInSlot, paintHours, SLOT_MINUTES, SLOTS_PER_DAY } from './slots.ts';
import { minutesOf, normalizeHours } from './stretches.ts';

const slot = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  slot: fc.integer({ min: 0, max: SLOTS_PER_DAY - 1 }),
});
const hours = fc
  .array(
    fc
      .record({
        weekday: fc.integer({ min: 1, max: 7 }),
        from: fc.integer({ min: 0, max: 1439 }),
        to: fc.integer({ min: 0, max: 1440 }),
      })
      .filter(({ from, to }) => from !== to),
    { maxLength: 8 },
  )
  .map(normalizeHours);

describe('painting', () => {
  it('fills a rectangle from either corner', () => {
    const evening = [
      { weekday: 2, from: 1080, to: 1200 },
      { weekday: 3, from: 1080, to: 1200 },
    ];
    expect(paintHours([], { weekday: 3, slot: 39 }, { weekday: 2, slot: 36 }, true)).toEqual(evening);
    expect(paintHours([], { weekday: 2, slot: 36 }, { weekday: 3, slot: 39 }, true)).toEqual(evening);
  });

  it('keeps every minute outside the rectangle, and what was painted is free or is not', () => {
    fc.assert(
      fc.property(hours, slot, slot, slot, fc.boolean(), (week, a, b, at, free) => {
        const painted = paintHours(week, a, b, free);
        const inside =
          at.weekday >= Math.min(a.weekday, b.weekday) &&
          at.weekday <= Math.max(a.weekday, b.weekday) &&
          at.slot >= Math.min(a.slot, b.slot) &&
          at.slot <= Math.max(a.slot, b.slot);
        expect(minutesInSlot(painted, at)).toBe(inside ? (free ? SLOT_MINUTES : 0) : minutesInSlot(week, at));
        expect(normalizeHours(painted)).toEqual(painted);
      }),
    );
  });
});

describe('copying a day', () => {
  it('puts its hours in place of those of the others', () => {
    const week = [
      { weekday: 1, from: 540, to: 600 },
      { weekday: 2, from: 0, to: 60 },
      { weekday: 7, from: 600, to: 630 },
    ];
    expect(copyDay(week, 1, [2, 3])).toEqual([
      { weekday: 1, from: 540, to: 600 },
      { weekday: 2, from: 540, to: 600 },
      { weekday: 3, from: 540, to: 600 },
      { weekday: 7, from: 600, to: 630 },
    ]);
  });

  it('leaves the days alone that are not named', () => {
    fc.assert(
      fc.property(hours, (week) => {
        const copied = copyDay(week, 1, [2]);
        const lengthOf = (of: typeof week, weekday: number) =>
          minutesOf(of.filter((stretch) => stretch.weekday === weekday));
        expect(lengthOf(copied, 2)).toBe(lengthOf(week, 1));
        for (const weekday of [1, 3, 4, 5, 6, 7]) {
          expect(lengthOf(copied, weekday)).toBe(lengthOf(week, weekday));
        }
      }),
    );
  });
});
