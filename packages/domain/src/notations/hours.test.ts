import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeHours } from '../availability/stretches.ts';
import { formatHours, parseHours } from './hours.ts';

const at = (weekday: number, from: number, to: number) => ({ weekday, from: from * 60, to: to * 60 });
const days = (list: readonly number[], from: number, to: number) => list.map((day) => at(day, from, to));

describe('formatHours', () => {
  test('one entry a day; over midnight it is one stretch of the first day', () => {
    expect(formatHours([at(1, 18, 20.5), at(1, 9, 12), at(2, 22, 24), at(3, 0, 1), at(7, 23, 24)])).toBe(
      'Mon 09:00-12:00, 18:00-20:30; Tue 22:00-01:00; Sun 23:00-24:00',
    );
    expect(formatHours([at(7, 22, 24), at(1, 0, 2)])).toBe('Sun 22:00-02:00');
    expect(formatHours([at(6, 0, 24), at(7, 0, 24)])).toBe('Sat 00:00-24:00; Sun 00:00-24:00');
    expect(formatHours([])).toBe('');
  });

  test('what is written is read back, to the minute', () => {
    const stretch = fc
      .record({
        weekday: fc.integer({ min: 1, max: 7 }),
        from: fc.oneof(fc.constantFrom(0, 720, 1380), fc.integer({ min: 0, max: 1439 })),
        to: fc.oneof(fc.constantFrom(0, 60, 1440), fc.integer({ min: 0, max: 1440 })),
      })
      .filter(({ from, to }) => from !== to);
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 14 }).map(normalizeHours), (hours) => {
        expect(parseHours(formatHours(hours))).toEqual({ ok: true, value: hours });
      }),
      { numRuns: 300 },
    );
  });
});

describe('parseHours', () => {
  test.each([
    ['Monday 6pm-8pm', [at(1, 18, 20)]],
    ['Mon 18:00–20:30', [at(1, 18, 20.5)]],
    ['Mo 18–20 Uhr', [at(1, 18, 20)]],
    ['montags von 18 bis 20 Uhr', [at(1, 18, 20)]],
    ['Di, Do 18.30 - 20.00', days([2, 4], 18.5, 20)],
    ['Mon-Fri 9-12, 14-17', [...days([1, 2, 3, 4, 5], 9, 12), ...days([1, 2, 3, 4, 5], 14, 17)]],
    ['Mon to Wed 9am to 12 noon', days([1, 2, 3], 9, 12)],
    ['weekdays 6-8pm', days([1, 2, 3, 4, 5], 18, 20)],
    ['6-8pm on Tuesdays and Thursdays', days([2, 4], 18, 20)],
    ['Wochenende ganztags', days([6, 7], 0, 24)],
    ['Sat all day | Sun 10 a.m. - 1 p.m.', [at(6, 0, 24), at(7, 10, 13)]],
    ['täglich 20-21 Uhr', days([1, 2, 3, 4, 5, 6, 7], 20, 21)],
    ['every day 8pm-9pm', days([1, 2, 3, 4, 5, 6, 7], 20, 21)],
    ['Fri 10pm-2', [at(5, 22, 24), at(6, 0, 2)]],
    ['Fri 22:00 – 02:00', [at(5, 22, 24), at(6, 0, 2)]],
    ['Tue 11-1pm', [at(2, 11, 13)]],
    ['Tue 10-2pm', [at(2, 10, 14)]],
    ['Mon 18h-20h30', [at(1, 18, 20.5)]],
    ['Mon 1800-2000', [at(1, 18, 20)]],
    ['Fri 6pm to midnight', [at(5, 18, 24)]],
    ['Fri-Mon 9-10', days([5, 6, 7, 1], 9, 10)],
    ['Monday: 9:00-12:00\nWednesday: 9:00-12:00', days([1, 3], 9, 12)],
    ['Mon 9:00-12:00; 14:00-17:00', [at(1, 9, 12), at(1, 14, 17)]],
    ['Lundi 18h à 20h', [at(1, 18, 20)]],
  ])('%s', (cell, hours) => {
    expect(parseHours(cell)).toEqual({ ok: true, value: normalizeHours(hours) });
  });

  test.each([
    ['evenings', 'not_hours', 'evenings'],
    ['Mon 18:00-20:00; Tue evening', 'not_hours', 'Tue evening'],
    ['18:00-20:00', 'no_weekday', '18:00-20:00'],
    ['Mon after 6pm', 'not_hours', 'Mon after 6pm'],
    ['Mon 18:00', 'no_end', 'Mon 18:00'],
    ['Mon 25:00-26:00', 'not_hours', 'Mon 25:00-26:00'],
    ['Mon 18:00-18:00', 'not_hours', '18:00-18:00'],
    ['Mon', 'not_hours', 'Mon'],
    ['Mon 18:00-20:00 CET', 'not_hours', 'Mon 18:00-20:00 CET'],
  ])('%s is not guessed at', (cell, code, piece) => {
    expect(parseHours(cell)).toEqual({ ok: false, code, piece });
  });

  test('nothing a cell holds makes it fail', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)) }),
          fc
            .array(
              fc.constantFrom('Mon', '-', '18', ':', '30', 'pm', ' ', ',', ';', 'to', 'Fr', 'all day', '24'),
            )
            .map((parts) => parts.join('')),
        ),
        (cell) => {
          const read = parseHours(cell);
          if (read.ok) expect(normalizeHours(read.value)).toEqual(read.value);
        },
      ),
      { numRuns: 300 },
    );
  });
});
