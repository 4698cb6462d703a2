import { sharedLength } from './stretches.ts';
import type { WeeklyHours } from './weekly-hours.ts';
import { hoursInUtc, type ZoneRules } from './zone-rules.ts';

export interface OwnHours {
  readonly zone: string | null;
  readonly hours: WeeklyHours;
}

/**
 * Minutes in which both are free, in the week beginning at `start` (UTC minutes since the epoch, see `weekOf`).
 * Null is "no evidence": one side gave no hours or no known zone.
 */
export const sharedMinutes = (rules: ZoneRules, a: OwnHours, b: OwnHours, start: number): number | null => {
  if (a.zone === null || b.zone === null || a.hours.length === 0 || b.hours.length === 0) return null;
  const first = hoursInUtc(rules, a.zone, a.hours, start);
  const second = hoursInUtc(rules, b.zone, b.hours, start);
  return first === null || second === null ? null : sharedLength(first, second);
};

/** Minutes in a day between two clocks, the shorter way round: +13 and −11 show the same time. */
export const clockDistance = (offsetA: number, offsetB: number): number => {
  const apart = Math.abs(offsetA - offsetB) % 1440;
  return Math.min(apart, 1440 - apart);
};
