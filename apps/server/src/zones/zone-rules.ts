import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ZoneOffset, ZoneRules } from '@trellis/domain/availability/zone-rules';
import { offsetsOfPosixTz } from './posix-tz.ts';
import { readTzif } from './tzif.ts';

/** Where operating systems keep compiled zone files. */
const FOLDERS = ['/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/var/db/timezone/zoneinfo'];
const SAFE_NAME = /^[A-Za-z0-9_+-]+(?:\/[A-Za-z0-9_+-]+){0,2}$/;
const YEARS_AROUND = 2;
const HOUR_MS = 3_600_000;

/**
 * Zone rules for the years around `nowMs`, from the operating system's files, since Node's own data lags behind
 * the law by a year and more; Node's where a file is missing. Unknown zones are left out.
 */
export const zoneRulesFor = (zones: Iterable<string>, nowMs: number): ZoneRules => {
  const year = new Date(nowMs).getUTCFullYear();
  const rules: Record<string, readonly ZoneOffset[]> = {};
  for (const zone of new Set(zones)) {
    const offsets = fromFile(zone, year) ?? fromNode(zone, year);
    if (offsets) rules[zone] = offsets;
  }
  return rules;
};

/** Whether a zone is known here, by file or to Node. */
export const isKnownZone = (zone: string, nowMs: number): boolean =>
  Object.hasOwn(zoneRulesFor([zone], nowMs), zone);

/** Every zone a person can choose, by name. */
export const zoneNames = (): readonly string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];

const fromFile = (zone: string, year: number): readonly ZoneOffset[] | null => {
  if (!SAFE_NAME.test(zone)) return null;
  for (const folder of FOLDERS) {
    try {
      const { offsets, footer } = readTzif(readFileSync(join(folder, zone)));
      const last = offsets.at(-1)!;
      const lastYear = last.fromMs < 0 ? 1970 : new Date(last.fromMs).getUTCFullYear();
      const beyond = offsetsOfPosixTz(footer, Math.max(lastYear, year - YEARS_AROUND), year + YEARS_AROUND);
      return trim([...offsets, ...beyond.filter((offset) => offset.fromMs > last.fromMs)], year);
    } catch {
      // Not in this folder, or not readable: the next one, then Node's own data.
    }
  }
  return null;
};

/** Only the years looked at, beginning with what held before them. */
const trim = (offsets: readonly ZoneOffset[], year: number): readonly ZoneOffset[] => {
  const from = Date.UTC(year - YEARS_AROUND, 0, 1);
  let first = 0;
  offsets.forEach((offset, i) => {
    if (offset.fromMs <= from) first = i;
  });
  return offsets.slice(first).filter((offset, i, all) => i === 0 || offset.minutes !== all[i - 1]!.minutes);
};

/** Node's data, sampled: changes are found to the minute by halving the hour-wide steps. */
const fromNode = (zone: string, year: number): readonly ZoneOffset[] | null => {
  let clock: Intl.DateTimeFormat;
  try {
    clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
  const offset = (ms: number): number => {
    const name = clock.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
    const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
  const out: ZoneOffset[] = [];
  const end = Date.UTC(year + YEARS_AROUND, 11, 31);
  let at = Date.UTC(year - YEARS_AROUND, 0, 1);
  out.push({ fromMs: at, minutes: offset(at) });
  for (const step = 24 * HOUR_MS; at < end; at += step) {
    const after = offset(at + step);
    if (after === out.at(-1)!.minutes) continue;
    let low = at;
    let high = at + step;
    while (high - low > 60_000) {
      const middle = low + Math.floor((high - low) / 120_000) * 60_000;
      if (offset(middle) === after) high = middle;
      else low = middle;
    }
    out.push({ fromMs: high, minutes: after });
  }
  return out;
};
