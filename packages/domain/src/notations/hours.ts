import { normalizeHours } from '../availability/stretches.ts';
import type { WeeklyHours, WeeklyStretch } from '../availability/weekly-hours.ts';
import { MINUTES_PER_DAY } from '../time.ts';
import { stretchOf, type Token, tokensOf } from './hours-tokens.ts';
import { type Reading, taken, unreadable } from './reading.ts';
import { WEEKDAY_NAMES } from './weekday-words.ts';

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Hours that end at midnight and go on next morning, told as one stretch of the first day. */
const overMidnight = (hours: WeeklyHours): readonly WeeklyStretch[] => {
  const morningOf = new Map(
    hours
      .filter(({ from, to }) => from === 0 && to < MINUTES_PER_DAY)
      .map((stretch) => [stretch.weekday, stretch]),
  );
  const continued = new Set<WeeklyStretch>();
  const joined = hours.map((stretch) => {
    const next = morningOf.get((stretch.weekday % 7) + 1);
    if (stretch.to !== MINUTES_PER_DAY || !next || next.to >= stretch.from) return stretch;
    continued.add(next);
    return { ...stretch, to: next.to };
  });
  return joined.filter((_, at) => !continued.has(hours[at]!));
};

/**
 * A usual week in one cell, on the wall clock of the member's own zone: `Mon 09:00-12:00, 18:00-20:30; Tue 22:00-01:00`,
 * the last one over midnight. `parseHours` reads the same week back.
 */
export const formatHours = (hours: WeeklyHours): string => {
  const stretches = overMidnight(normalizeHours(hours));
  return WEEKDAY_NAMES.flatMap((name, at) => {
    const times = stretches
      .filter(({ weekday }) => weekday === at + 1)
      .map(({ from, to }) => `${clock(from)}-${clock(to)}`);
    return times.length === 0 ? [] : [`${name} ${times.join(', ')}`];
  }).join('; ');
};

/** A piece of a clause: days, or a stretch on days that stand beside it. */
type Piece =
  | { readonly is: 'days'; readonly days: readonly number[] }
  | { readonly is: 'stretch'; readonly from: number; readonly to: number };

/** `Mon - Fri` becomes its days, `18:00 - 20:00` a stretch. */
const piecesOf = (tokens: readonly Token[], clause: string): Reading<readonly Piece[]> => {
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const beyond = tokens[at + 1]?.is === 'dash' ? tokens[at + 2] : undefined;
    if (token.is === 'dash') continue;
    if (token.is === 'whole day') pieces.push({ is: 'stretch', from: 0, to: MINUTES_PER_DAY });
    else if (token.is === 'days') {
      const span = beyond?.is === 'days' && beyond.days.length === 1 && token.days.length === 1;
      if (span) {
        const [first, last] = [token.days[0]!, beyond.days[0]!];
        const length = ((last - first + 7) % 7) + 1;
        pieces.push({ is: 'days', days: Array.from({ length }, (_, i) => ((first - 1 + i) % 7) + 1) });
        at += 2;
      } else pieces.push(token);
    } else if (beyond?.is === 'time') {
      const stretch = stretchOf(token.time, beyond.time);
      if (stretch === null) return unreadable('not_hours', `${token.text}-${beyond.text}`);
      pieces.push({ is: 'stretch', ...stretch });
      at += 2;
    } else return unreadable('no_end', clause);
  }
  return taken(pieces);
};

/** Stretches on the days named before them, or after them where the clause begins with a time. */
const joinPieces = (
  pieces: readonly Piece[],
  clause: string,
  earlier: readonly number[],
): Reading<{ readonly stretches: readonly WeeklyStretch[]; readonly days: readonly number[] }> => {
  const timesFirst = pieces[0]?.is === 'stretch' && pieces.some(({ is }) => is === 'days');
  const ordered = timesFirst ? pieces.toReversed() : pieces;
  const stretches: WeeklyStretch[] = [];
  let days: number[] = [];
  let used = true;
  for (const piece of ordered) {
    if (piece.is === 'days') {
      days = used ? [...piece.days] : [...days, ...piece.days];
      used = false;
    } else {
      const on = days.length > 0 ? days : earlier;
      if (on.length === 0) return unreadable('no_weekday', clause);
      stretches.push(...on.map((weekday) => ({ weekday, from: piece.from, to: piece.to })));
      used = true;
    }
  }
  return used
    ? taken({ stretches, days: days.length > 0 ? days : earlier })
    : unreadable('not_hours', clause);
};

/**
 * Reads a usual week as people write it: `Monday 6pm-8pm`, `Mo–Fr 18–20 Uhr`, `Mon, Wed and Fri 9:30 to 11`,
 * `6-8pm on weekdays`, `Sat all day`; a time range that ends before it begins goes over midnight. One piece that cannot
 * be read makes the whole cell unread: half a week would be taken for the whole.
 * @param onDays weekdays that times without one belong to, where the column is named after a day
 */
export const parseHours = (cell: string, onDays: readonly number[] = []): Reading<WeeklyHours> => {
  const stretches: WeeklyStretch[] = [];
  let days = onDays;
  for (const clause of cell.split(/[;|\r\n]+/).filter((part) => part.trim() !== '')) {
    const tokens = tokensOf(clause);
    if (typeof tokens === 'string') return unreadable('not_hours', clause);
    const pieces = piecesOf(tokens, clause);
    if (!pieces.ok) return pieces;
    const joined = joinPieces(pieces.value, clause, days);
    if (!joined.ok) return joined;
    stretches.push(...joined.value.stretches);
    days = joined.value.days;
  }
  return taken(normalizeHours(stretches));
};
