import { MINUTES_PER_WEEK } from '../time.ts';
import type { ZoneRules } from './zone-rules.ts';

export interface ZoneChange {
  /** The day it happens on, on the clock of that zone: UTC minutes since the epoch of its 00:00. */
  readonly dayStart: number;
  /** By how many minutes the clock goes forward; back is below zero. */
  readonly minutes: number;
}

const MINUTE_MS = 60_000;

/** Changes of a zone's clock in the week that begins on `monday`, wall-clock minutes since the epoch (see `weekOf`). */
export const clockChangesIn = (rules: ZoneRules, zone: string, monday: number): readonly ZoneChange[] => {
  const offsets = Object.hasOwn(rules, zone) ? rules[zone]! : [];
  return offsets.flatMap((offset, i) => {
    if (i === 0) return [];
    const before = offsets[i - 1]!.minutes;
    const wall = Math.ceil(offset.fromMs / MINUTE_MS) + before;
    const minutes = offset.minutes - before;
    if (minutes === 0 || wall < monday || wall >= monday + MINUTES_PER_WEEK) return [];
    return [{ dayStart: Math.floor(wall / 1440) * 1440, minutes }];
  });
};
