/**
 * One stretch of a usual week on the wall clock of the member's own zone: ISO weekday 1 (Monday) … 7,
 * minutes after midnight, half-open `[from, to)`, `to` ≤ 1440. Hours over midnight are two stretches.
 */
export interface WeeklyStretch {
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
}

/** Sorted, not overlapping, touching stretches joined. Empty means "not said": no evidence. */
export type WeeklyHours = readonly WeeklyStretch[];
