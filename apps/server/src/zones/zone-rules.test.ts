import { offsetAt } from '@trellis/domain/availability/zone-rules';
import { describe, expect, test } from 'vitest';
import { offsetsOfPosixTz } from './posix-tz.ts';
import { isKnownZone, zoneRulesFor } from './zone-rules.ts';

const NOW = Date.UTC(2026, 10, 24);
const offset = (zone: string, instant: number) => offsetAt(zoneRulesFor([zone], NOW), zone, instant);

describe('zone rules', () => {
  test('Berlin changes on the last Sundays of March and October, at 01:00 UTC', () => {
    expect(offset('Europe/Berlin', Date.UTC(2027, 2, 28, 0, 59))).toBe(60);
    expect(offset('Europe/Berlin', Date.UTC(2027, 2, 28, 1, 0))).toBe(120);
    expect(offset('Europe/Berlin', Date.UTC(2027, 9, 31, 0, 59))).toBe(120);
    expect(offset('Europe/Berlin', Date.UTC(2027, 9, 31, 1, 0))).toBe(60);
  });

  test('half and quarter hours', () => {
    expect(offset('Asia/Kolkata', NOW)).toBe(330);
    expect(offset('Asia/Kathmandu', NOW)).toBe(345);
  });

  test('the southern summer lies over the new year', () => {
    expect(offset('Australia/Sydney', Date.UTC(2027, 0, 1))).toBe(660);
    expect(offset('Australia/Sydney', Date.UTC(2027, 6, 1))).toBe(600);
  });

  test('an unknown or hostile name is unknown', () => {
    expect(isKnownZone('Mars/Olympus', NOW)).toBe(false);
    expect(isKnownZone('../../etc/passwd', NOW)).toBe(false);
    expect(isKnownZone('__proto__', NOW)).toBe(false);
  });

  test('agrees with Node on zones whose law has not changed, all year', () => {
    for (const zone of [
      'Europe/Lisbon',
      'America/New_York',
      'Asia/Tokyo',
      'Pacific/Auckland',
      'America/St_Johns',
    ]) {
      const clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
      for (let day = 0; day < 365; day += 5) {
        const at = NOW + day * 86_400_000;
        const name = clock.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
        const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? ['', '+', '0', '0'];
        const expected = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
        expect(`${zone} ${offset(zone, at)}`).toBe(`${zone} ${expected}`);
      }
    }
  });
});

describe('POSIX TZ strings', () => {
  test('west is positive there', () => {
    expect(offsetsOfPosixTz('EST5', 2026, 2026)).toEqual([{ fromMs: Date.UTC(2026, 0, 1), minutes: -300 }]);
  });
  test('a name in brackets and a change at a negative hour', () => {
    const [first] = offsetsOfPosixTz('<-02>2<-01>,M3.5.0/-1,M10.5.0/0', 2027, 2027);
    expect(first).toEqual({ fromMs: Date.UTC(2027, 2, 28, 1, 0), minutes: -60 });
  });
  test('no rule in the month-week-day form, no offsets', () => {
    expect(offsetsOfPosixTz('nonsense', 2026, 2026)).toEqual([]);
  });
});
