import { MINUTES_PER_DAY } from '../time.ts';
import type { WeeklyHours, WeeklyStretch } from './weekly-hours.ts';

/** Half-open spans `[from, to)` in any unit, flattened: from, to, from, to … sorted, apart from each other. */
export type Spans = readonly number[];

/** Sorts spans, joins those that overlap or touch, drops empty ones. */
export const joinSpans = (spans: readonly (readonly [number, number])[]): Spans => {
  const sorted = spans.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const out: number[] = [];
  for (const [from, to] of sorted) {
    const end = out.length - 1;
    if (end > 0 && from <= out[end]!) out[end] = Math.max(out[end]!, to);
    else out.push(from, to);
  }
  return out;
};

/** What both sets of spans hold. */
export const intersectSpans = (a: Spans, b: Spans): Spans => {
  const out: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const from = Math.max(a[i]!, b[j]!);
    const to = Math.min(a[i + 1]!, b[j + 1]!);
    if (from < to) out.push(from, to);
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return out;
};

/** What the first holds and the second does not. */
const subtractSpans = (a: Spans, b: Spans): Spans => {
  const out: number[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 2) {
    let from = a[i]!;
    const to = a[i + 1]!;
    while (j < b.length && b[j + 1]! <= from) j += 2;
    for (let k = j; k < b.length && b[k]! < to; k += 2) {
      if (from < b[k]!) out.push(from, b[k]!);
      from = Math.max(from, b[k + 1]!);
    }
    if (from < to) out.push(from, to);
  }
  return out;
};

/** Length of what both hold, without building it. */
export const sharedLength = (a: Spans, b: Spans): number => {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const from = Math.max(a[i]!, b[j]!);
    const to = Math.min(a[i + 1]!, b[j + 1]!);
    if (from < to) sum += to - from;
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return sum;
};

const DAY = MINUTES_PER_DAY;

/** A stretch of weekday w becomes minutes since Monday 00:00. */
const toSpan = (s: WeeklyStretch): readonly [number, number] => [
  (s.weekday - 1) * DAY + s.from,
  (s.weekday - 1) * DAY + s.to,
];

/** Minutes since Monday 00:00 back to stretches; a span over midnight becomes one stretch a day. */
const toStretches = (spans: Spans): WeeklyHours => {
  const out: WeeklyStretch[] = [];
  for (let i = 0; i < spans.length; i += 2) {
    for (let at = spans[i]!; at < spans[i + 1]!; ) {
      const day = Math.floor(at / DAY);
      const to = Math.min(spans[i + 1]!, (day + 1) * DAY);
      out.push({ weekday: day + 1, from: at - day * DAY, to: to - day * DAY });
      at = to;
    }
  }
  return out;
};

/**
 * Sorted, not overlapping, touching stretches of one day joined. A stretch whose `to` is not after its `from`
 * goes over midnight and is split in two: Sunday's second half is Monday's. Equal ends mean a whole day.
 */
export const normalizeHours = (stretches: readonly WeeklyStretch[]): WeeklyHours => {
  const split = stretches.flatMap((s): WeeklyStretch[] =>
    s.to > s.from
      ? [s]
      : [
          { weekday: s.weekday, from: s.from, to: DAY },
          { weekday: (s.weekday % 7) + 1, from: 0, to: s.to },
        ],
  );
  return toStretches(joinSpans(split.map(toSpan)));
};

export const uniteHours = (a: WeeklyHours, b: WeeklyHours): WeeklyHours =>
  toStretches(joinSpans([...a, ...b].map(toSpan)));

export const subtractHours = (a: WeeklyHours, b: WeeklyHours): WeeklyHours =>
  toStretches(subtractSpans(joinSpans(a.map(toSpan)), joinSpans(b.map(toSpan))));

/** Hours both hold on the same wall clock (zones play no part here; see shared-time.ts). */
export const intersectHours = (a: WeeklyHours, b: WeeklyHours): WeeklyHours =>
  toStretches(intersectSpans(joinSpans(a.map(toSpan)), joinSpans(b.map(toSpan))));

export const minutesOf = (hours: WeeklyHours): number =>
  joinSpans(hours.map(toSpan)).reduce((sum, edge, i) => sum + (i % 2 === 1 ? edge : -edge), 0);

/** For the neighbors in this folder that convert between clocks. */
export const spansOfWeek = (hours: WeeklyHours): Spans => joinSpans(hours.map(toSpan));
export const stretchesOfWeek = (spans: Spans): WeeklyHours => toStretches(spans);
