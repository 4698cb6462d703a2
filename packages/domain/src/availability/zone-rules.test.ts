import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTES_PER_WEEK } from '../time.ts';
import { clockDistance, sharedMinutes } from './shared-time.ts';
import { minutesOf, normalizeHours } from './stretches.ts';
import { hoursInUtc, hoursSeenFrom, offsetAt, weekOf, type ZoneRules } from './zone-rules.ts';

const ms = (iso: string): number => Date.parse(iso);
const rules: ZoneRules = {
  'Etc/UTC': [{ fromMs: 0, minutes: 0 }],
  'Europe/Berlin': [
    { fromMs: 0, minutes: 60 },
    { fromMs: ms('2026-03-29T01:00:00Z'), minutes: 120 },
    { fromMs: ms('2026-10-25T01:00:00Z'), minutes: 60 },
  ],
  'America/New_York': [
    { fromMs: 0, minutes: -300 },
    { fromMs: ms('2026-03-08T07:00:00Z'), minutes: -240 },
    { fromMs: ms('2026-11-01T06:00:00Z'), minutes: -300 },
  ],
  'Asia/Kolkata': [{ fromMs: 0, minutes: 330 }],
  'Asia/Kathmandu': [{ fromMs: 0, minutes: 345 }],
  'Pacific/Kiritimati': [{ fromMs: 0, minutes: 840 }],
  'Pacific/Pago_Pago': [{ fromMs: 0, minutes: -660 }],
};
const zones = Object.keys(rules);
const zone = fc.constantFrom(...zones);
const hours = fc
  .array(
    fc
      .record({
        weekday: fc.integer({ min: 1, max: 7 }),
        from: fc.integer({ min: 0, max: 1439 }),
        to: fc.integer({ min: 0, max: 1440 }),
      })
      .filter(({ from, to }) => from !== to),
    { minLength: 1, maxLength: 8 },
  )
  .map(normalizeHours);
const everyDay = (from: number, to: number) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to }));

describe('weekOf', () => {
  it('is the Monday of any day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const monday = new Date(weekOf(date.toISOString()) * 60_000);
          expect(monday.getUTCDay()).toBe(1);
          expect(monday.toISOString()).toMatch(/T00:00:00/);
          const ahead = date.getTime() - monday.getTime();
          expect(ahead >= 0 && ahead < 7 * 86_400_000).toBe(true);
        },
      ),
    );
  });
});

describe('hours of a real week', () => {
  const winter = weekOf('2026-01-14');
  const spring = weekOf('2026-03-25');
  const autumn = weekOf('2026-10-21');

  it('lose the hour that is skipped and gain the one that comes twice', () => {
    const night = [{ weekday: 7, from: 60, to: 240 }];
    const length = (week: number) => {
      const spans = hoursInUtc(rules, 'Europe/Berlin', night, week)!;
      return spans.reduce((sum, edge, i) => sum + (i % 2 === 1 ? edge : -edge), 0);
    };
    expect(length(winter)).toBe(180);
    expect(length(spring)).toBe(120);
    expect(length(autumn)).toBe(240);
  });

  it('keep every minute in a week without changes', () => {
    fc.assert(
      fc.property(zone, hours, (name, list) => {
        const spans = hoursInUtc(rules, name, list, winter)!;
        const length = spans.reduce((sum, edge, i) => sum + (i % 2 === 1 ? edge : -edge), 0);
        expect(length).toBe(minutesOf(list));
      }),
    );
  });

  it('agree minute by minute with the clock on the wall', () => {
    fc.assert(
      fc.property(zone, hours, fc.constantFrom(winter, spring, autumn), (name, list, week) => {
        const spans = hoursInUtc(rules, name, list, week)!;
        for (let at = week; at < week + MINUTES_PER_WEEK; at += 13) {
          const wall = at + offsetAt(rules, name, at * 60_000)!;
          const inWeek = (((wall - 4 * 1440) % MINUTES_PER_WEEK) + MINUTES_PER_WEEK) % MINUTES_PER_WEEK;
          const free = list.some(
            (s) => inWeek >= (s.weekday - 1) * 1440 + s.from && inWeek < (s.weekday - 1) * 1440 + s.to,
          );
          const found = spans.some((edge, i) => i % 2 === 0 && at >= edge && at < spans[i + 1]!);
          expect(found).toBe(free);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('sharedMinutes', () => {
  const evening = { zone: 'Europe/Berlin', hours: everyDay(17 * 60, 20 * 60) };
  const noon = { zone: 'America/New_York', hours: everyDay(11 * 60, 14 * 60) };

  it('follows the weeks in which only one side has changed its clocks', () => {
    expect(sharedMinutes(rules, evening, noon, weekOf('2026-01-14'))).toBe(7 * 180);
    // New York is an hour nearer from 8 to 29 March.
    expect(sharedMinutes(rules, evening, noon, weekOf('2026-03-18'))).toBe(7 * 120);
  });

  it('knows half-hour and quarter-hour zones', () => {
    const here = { zone: 'Etc/UTC', hours: [{ weekday: 3, from: 600, to: 660 }] };
    const kolkata = { zone: 'Asia/Kolkata', hours: [{ weekday: 3, from: 960, to: 1020 }] };
    const kathmandu = { zone: 'Asia/Kathmandu', hours: [{ weekday: 3, from: 960, to: 1020 }] };
    expect(sharedMinutes(rules, here, kolkata, weekOf('2026-01-14'))).toBe(30);
    expect(sharedMinutes(rules, here, kathmandu, weekOf('2026-01-14'))).toBe(45);
  });

  it('is no evidence when hours or a known zone are missing', () => {
    expect(sharedMinutes(rules, evening, { zone: 'Europe/Berlin', hours: [] }, 0)).toBeNull();
    expect(sharedMinutes(rules, evening, { zone: null, hours: evening.hours }, 0)).toBeNull();
    expect(sharedMinutes(rules, evening, { zone: 'Nowhere/At_All', hours: evening.hours }, 0)).toBeNull();
    expect(sharedMinutes(rules, evening, { zone: 'constructor', hours: evening.hours }, 0)).toBeNull();
  });

  it('is the same both ways, and less availability never gives more of it', () => {
    fc.assert(
      fc.property(zone, hours, zone, hours, (za, a, zb, b) => {
        const week = weekOf('2026-03-25');
        const shared = sharedMinutes(rules, { zone: za, hours: a }, { zone: zb, hours: b }, week)!;
        expect(sharedMinutes(rules, { zone: zb, hours: b }, { zone: za, hours: a }, week)).toBe(shared);
        if (a.length > 1) {
          const less = sharedMinutes(rules, { zone: za, hours: a.slice(1) }, { zone: zb, hours: b }, week)!;
          expect(less).toBeLessThanOrEqual(shared);
        }
      }),
    );
  });
});

describe('hoursSeenFrom', () => {
  it('wraps over the edge of the week', () => {
    const monday = [{ weekday: 1, from: 60, to: 180 }];
    expect(hoursSeenFrom(rules, monday, 'Asia/Kolkata', 'America/New_York', weekOf('2026-01-14'))).toEqual([
      { weekday: 7, from: 870, to: 990 },
    ]);
  });

  it('keeps the length in weeks without changes, and shows one own hours unchanged', () => {
    fc.assert(
      fc.property(zone, zone, hours, (own, viewer, list) => {
        const week = weekOf('2026-01-14');
        expect(minutesOf(hoursSeenFrom(rules, list, own, viewer, week)!)).toBe(minutesOf(list));
        expect(hoursSeenFrom(rules, list, own, own, week)).toEqual(list);
      }),
    );
  });
});

describe('clockDistance', () => {
  it('goes the shorter way round the day', () => {
    expect(clockDistance(780, -660)).toBe(0);
    expect(clockDistance(60, -300)).toBe(360);
    expect(clockDistance(840, -660)).toBe(60);
  });
});
