/** Words and leaves for a value of 0…1; the catalogs hold a sentence for each level. */
export type FitLevel = 'none' | 'low' | 'some' | 'good' | 'strong';

const LEVELS = ['low', 'some', 'good', 'strong'] as const;

/** The level of a value; null (no evidence) is `none` and never the lowest. */
export function fitLevel(value: number | null): FitLevel {
  if (value === null) return 'none';
  return LEVELS[Math.min(3, Math.floor(clamp(value) * 4))] ?? 'low';
}

/** How many of five leaves are full: at least one when there is any evidence, none without. */
export function leavesOf(value: number | null): number {
  if (value === null) return 0;
  return Math.max(1, Math.round(clamp(value) * 5));
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
