import type { MemberStatus } from '../members/roles.ts';
import { NOTATION_PROBLEMS } from '../notations/reading.ts';

/** What a cell holds, or why it cannot be read. A blank is `null`: it changes nothing. */
export type Cell<T> =
  | { readonly ok: true; readonly value: T | null }
  | {
      readonly ok: false;
      readonly code: CellProblem;
      /** What of the cell is the reason, where it is not all of it. */
      readonly piece?: string;
    };

/** Why one cell was not taken; the rest of its row is. */
export const CELL_PROBLEMS = [
  'not_a_number',
  'not_whole',
  'a_range',
  'too_high',
  'not_yes_or_no',
  'not_an_email',
  'too_long',
  'not_a_zone',
  'not_a_level',
  'not_years',
  'not_a_membership',
  ...NOTATION_PROBLEMS,
] as const;
export type CellProblem = (typeof CELL_PROBLEMS)[number];

const blank = { ok: true, value: null } as const;
const read = <T>(value: T) => ({ ok: true, value }) as const;
const problem = (code: CellProblem) => ({ ok: false, code }) as const;

/** Signs and words people write for "nothing said". */
const NOTHING = new Set(['', '-', '–', '—', '?', 'n/a', 'na', 'tbd', 'unknown', 'unbekannt', 'null', '#n/a']);

export const isBlank = (cell: string): boolean => NOTHING.has(cell.trim().toLowerCase());

const NO_VALUE = new Set(['none', 'nothing', 'keine', 'nichts', 'aucun', 'ninguno', 'nessuno', 'nenhum']);

/** In a list, a word for nothing is no value; alone in a number's cell it is zero. */
export const isNoValue = (value: string): boolean =>
  isBlank(value) || NO_VALUE.has(value.trim().toLowerCase());

/** A person may be called Na or Null: only signs and "n/a" say that a name is not known. */
export const isNoName = (cell: string): boolean => isBlank(cell) && !/^\p{L}+$/u.test(cell.trim());

const YES = new Set([
  'yes',
  'y',
  'true',
  '1',
  'x',
  '✓',
  '✔',
  'on',
  'ja',
  'j',
  'wahr',
  'oui',
  'vrai',
  'si',
  'sí',
  'sì',
  'sim',
  'verdadero',
  'vero',
]);
const NO = new Set([
  'no',
  'n',
  'false',
  '0',
  'off',
  'nein',
  'falsch',
  'non',
  'faux',
  'não',
  'nao',
  'nee',
  'falso',
]);

/** Yes or no in words, signs or numbers, in several languages. */
export const parseFlag = (cell: string): Cell<boolean> => {
  if (isBlank(cell)) return blank;
  const word = cell.trim().toLowerCase();
  if (YES.has(word)) return read(true);
  return NO.has(word) ? read(false) : problem('not_yes_or_no');
};

/** Whether a cell says no, by that word or by one for nothing. */
export const saysNo = (cell: string): boolean => {
  const flag = parseFlag(cell);
  return isNoValue(cell) || (flag.ok && flag.value === false);
};

const NUMBER_WORDS = new Map(
  [
    ['zero', 'none', 'no', 'null', 'keine', 'keinen', 'aucun', 'ninguno', 'nessuno', 'nenhum'],
    ['one', 'ein', 'eine', 'einen', 'eins', 'un', 'une', 'uno', 'una', 'um', 'uma'],
    ['two', 'zwei', 'deux', 'dos', 'due', 'dois', 'duas'],
    ['three', 'drei', 'trois', 'tres', 'tre', 'três'],
    ['four', 'vier', 'quatre', 'cuatro', 'quattro', 'quatro'],
    ['five', 'fünf', 'cinq', 'cinco', 'cinque'],
    ['six', 'sechs', 'seis', 'sei'],
    ['seven', 'sieben', 'sept', 'siete', 'sette', 'sete'],
    ['eight', 'acht', 'huit', 'ocho', 'otto', 'oito'],
    ['nine', 'neun', 'neuf', 'nueve', 'nove'],
    ['ten', 'zehn', 'dix', 'diez', 'dieci', 'dez'],
  ].flatMap((words, value) => words.map((word): [string, number] => [word, value])),
);

/**
 * A whole number, alone or with words around it: `3`, `3.0`, `3 mentees`, `up to 3`, `three`, `none`.
 * @param most a larger one is a problem: rather a slip than meant so
 */
export const parseCount = (cell: string, most: number): Cell<number> => {
  if (isBlank(cell)) return blank;
  const words = cell.trim().toLowerCase();
  if (/\d\s*(?:-|–|—|to|bis|or|oder)\s*\d/u.test(words)) return problem('a_range');
  const found = words.match(/-?\d+(?:[.,]\d+)?/gu) ?? [];
  if (found.length > 1) return problem('a_range');
  const digits = found[0];
  const value =
    digits === undefined
      ? words
          .split(/\s+/)
          .map((word) => NUMBER_WORDS.get(word))
          .find((number) => number !== undefined)
      : Number(digits.replace(',', '.'));
  if (value === undefined || !Number.isFinite(value) || value < 0) return problem('not_a_number');
  if (!Number.isInteger(value)) return problem('not_whole');
  return value > most ? problem('too_high') : read(value);
};

/** Text as it stands, in Unicode NFC. Too long is never cut: it is a problem. */
export const parseText = (cell: string, most: number): Cell<string> => {
  const value = cell.normalize('NFC').trim();
  if (value === '') return blank;
  return value.length > most ? problem('too_long') : read(value);
};

const MEMBERSHIPS: ReadonlyMap<string, Exclude<MemberStatus, 'erased'>> = new Map([
  ['active', 'active'],
  ['aktiv', 'active'],
  ['paused', 'paused'],
  ['pausiert', 'paused'],
  ['withdrawn', 'withdrawn'],
  ['left', 'withdrawn'],
  ['ausgetreten', 'withdrawn'],
]);

/** How a member stands to the agency. */
export const parseMembership = (cell: string): Cell<Exclude<MemberStatus, 'erased'>> => {
  if (isBlank(cell)) return blank;
  const status = MEMBERSHIPS.get(cell.trim().toLowerCase());
  return status === undefined ? problem('not_a_membership') : read(status);
};
