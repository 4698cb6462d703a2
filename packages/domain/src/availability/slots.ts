import { MINUTES_PER_DAY } from '../time.ts';
import { intersectHours, minutesOf, subtractHours, uniteHours } from './stretches.ts';
import type { WeeklyHours, WeeklyStretch } from './weekly-hours.ts';

/** A grid of the week has rows of half hours; times are kept to the minute, whatever the grid shows. */
export const SLOT_MINUTES = 30;
export const SLOTS_PER_DAY = MINUTES_PER_DAY / SLOT_MINUTES;

/** A place in the grid: ISO weekday 1 … 7 and the half hour of the day 0 … 47. */
export interface Slot {
  readonly weekday: number;
  readonly slot: number;
}

/** The rectangle between two corners of the grid, whichever corner came first. */
export const stretchesBetween = (a: Slot, b: Slot): readonly WeeklyStretch[] => {
  const from = Math.min(a.slot, b.slot) * SLOT_MINUTES;
  const to = (Math.max(a.slot, b.slot) + 1) * SLOT_MINUTES;
  const first = Math.min(a.weekday, b.weekday);
  const days = Math.abs(a.weekday - b.weekday) + 1;
  return Array.from({ length: days }, (_, i) => ({ weekday: first + i, from, to }));
};

/** Hours with a rectangle of the grid added or taken away; everything else stays to the minute. */
export const paintHours = (hours: WeeklyHours, a: Slot, b: Slot, free: boolean): WeeklyHours =>
  free ? uniteHours(hours, stretchesBetween(a, b)) : subtractHours(hours, stretchesBetween(a, b));

/** Minutes of a half hour that the hours hold: 0 … 30. */
export const minutesInSlot = (hours: WeeklyHours, at: Slot): number =>
  minutesOf(intersectHours(hours, stretchesBetween(at, at)));

/** Hours of one weekday put in place of those of others. */
export const copyDay = (hours: WeeklyHours, from: number, to: readonly number[]): WeeklyHours =>
  uniteHours(
    hours.filter(({ weekday }) => !to.includes(weekday)),
    to.flatMap((weekday) =>
      hours.filter((stretch) => stretch.weekday === from).map((stretch) => ({ ...stretch, weekday })),
    ),
  );
