import { MINUTES_PER_DAY } from '../time.ts';
import { weekdaysOf } from './weekday-words.ts';

/** A time of day as written; without `meridiem` it may still be 6 in the morning or in the evening. */
export interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly meridiem: 'am' | 'pm' | null;
}

export type Token =
  | { readonly is: 'days'; readonly days: readonly number[] }
  | { readonly is: 'time'; readonly time: Time; readonly text: string }
  | { readonly is: 'whole day' }
  | { readonly is: 'dash' };

const TIME =
  /(\d{1,2})(?:\s?[:.]\s?(\d{2})|h(\d{2}))?\s*(?:h\b|o'?clock\b|uhr\b)?\s*(a\.?m\b\.?|p\.?m\b\.?)?\s*(?:uhr\b)?/y;
const FOUR_DIGITS = /(\d{2})(\d{2})(?!\d)\s*(?:h\b|uhr\b)?/y;
const WORD = /[\p{L}'’]+/uy;
const WHOLE_DAY = /all day(?: long)?|whole day|any ?time|(?:den )?ganzen tag|ganztags|ganztagig/y;
const NOTHING_SAID = /[\s,:()/+&.•]+/y;

const DASHES = new Set(['to', 'till', 'til', 'until', 'through', 'thru', 'bis', 'a']);
const SILENT = new Set(
  'and und or oder from von on at um am im every each jeden jede jeder between zwischen the uhr h free frei'.split(
    ' ',
  ),
);
const NAMED_TIMES: ReadonlyMap<string, Time> = new Map([
  ['noon', { hour: 12, minute: 0, meridiem: null }],
  ['midday', { hour: 12, minute: 0, meridiem: null }],
  ['mittag', { hour: 12, minute: 0, meridiem: null }],
  ['mittags', { hour: 12, minute: 0, meridiem: null }],
  ['midnight', { hour: 24, minute: 0, meridiem: null }],
  ['mitternacht', { hour: 24, minute: 0, meridiem: null }],
]);

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‐‑‒–—―−~]/gu, '-')
    .replace(/\b12\s+(?=noon|midday|mittag|midnight)/gu, '');

const isTime = ({ hour, minute, meridiem }: Time): boolean =>
  meridiem === null
    ? (hour < 24 && minute < 60) || (hour === 24 && minute === 0)
    : hour >= 1 && hour <= 12 && minute < 60;

/** Takes one clause of a cell of hours apart; a string is the piece that nobody understands. */
export const tokensOf = (clause: string): readonly Token[] | string => {
  const text = fold(clause);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const match = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found) at += found[0].length;
      return found;
    };
    const start = at;
    if (match(NOTHING_SAID)) continue;
    if (text[at] === '-') {
      at++;
      tokens.push({ is: 'dash' });
      continue;
    }
    if (match(WHOLE_DAY)) {
      tokens.push({ is: 'whole day' });
      continue;
    }
    const digits = match(FOUR_DIGITS) ?? match(TIME);
    if (digits) {
      const half = digits[4]?.startsWith('a') ? 'am' : digits[4]?.startsWith('p') ? 'pm' : null;
      const time = {
        hour: Number(digits[1]),
        minute: Number(digits[2] ?? digits[3] ?? 0),
        // "18:00 pm" means what it says without the letters.
        meridiem: Number(digits[1]) > 12 && half === 'pm' ? null : half,
      } as const;
      const written = text.slice(start, at).trim();
      if (!isTime(time)) return written;
      tokens.push({ is: 'time', time, text: written });
      continue;
    }
    const word = match(WORD)?.[0];
    if (word === undefined) return text.slice(at, at + 1);
    const days = weekdaysOf(word);
    const named = NAMED_TIMES.get(word);
    if (days) tokens.push({ is: 'days', days });
    else if (named) tokens.push({ is: 'time', time: named, text: word });
    else if (DASHES.has(word)) tokens.push({ is: 'dash' });
    else if (!SILENT.has(word)) return word;
  }
  return tokens;
};

/** Minutes after midnight, 0 … 1440. */
const minutesAt = ({ hour, minute, meridiem }: Time): number =>
  meridiem === null ? hour * 60 + minute : ((hour % 12) + (meridiem === 'pm' ? 12 : 0)) * 60 + minute;

/**
 * From and to of a stretch, minutes after midnight; half a day said once counts for both ends where that makes sense:
 * `6-8pm` is 18:00 to 20:00, `11am-1` is 11:00 to 13:00, `10pm-2` goes over midnight. Null where it is no stretch.
 */
export const stretchOf = (from: Time, to: Time): { readonly from: number; readonly to: number } | null => {
  const other = (half: 'am' | 'pm') => (half === 'am' ? 'pm' : 'am');
  let begins = from;
  let ends = to;
  if (to.meridiem !== null && from.meridiem === null && from.hour >= 1 && from.hour <= 12) {
    const same = { ...from, meridiem: to.meridiem };
    begins = minutesAt(same) < minutesAt(to) ? same : { ...from, meridiem: other(to.meridiem) };
  } else if (from.meridiem !== null && to.meridiem === null && to.hour >= 1 && to.hour <= 12) {
    const same = { ...to, meridiem: from.meridiem };
    ends = minutesAt(same) > minutesAt(from) ? same : { ...to, meridiem: other(from.meridiem) };
  }
  const stretch = { from: minutesAt(begins), to: minutesAt(ends) };
  return stretch.from === MINUTES_PER_DAY || stretch.from === stretch.to ? null : stretch;
};
