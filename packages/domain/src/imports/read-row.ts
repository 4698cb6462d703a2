import { normalizeHours } from '../availability/stretches.ts';
import type { WeeklyHours } from '../availability/weekly-hours.ts';
import type { MemberStatus } from '../members/roles.ts';
import { type CareerWords, parseCareer } from '../notations/career.ts';
import { parseHours } from '../notations/hours.ts';
import { parseLevel, parseYears } from '../notations/rated-names.ts';
import type { Reading } from '../notations/reading.ts';
import { parseStyle } from '../notations/style.ts';
import { parseVisibility } from '../notations/visibility.ts';
import { weekdayIn } from '../notations/weekday-words.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Cell } from './cells.ts';
import {
  isBlank,
  isNoName,
  isNoValue,
  parseCount,
  parseFlag,
  parseMembership,
  parseText,
  saysNo,
} from './cells.ts';
import type { ImportField } from './fields.ts';
import { isListField } from './fields.ts';
import type { KnowsTerm } from './guess-columns.ts';
import { foldHeader } from './header-words.ts';
import { MOST_CELL_LENGTH } from './limits.ts';
import { parseList, type Separator } from './lists.ts';
import { columnsOf, type ImportMapping } from './mapping.ts';
import type { ImportProblem, ImportProblemCode } from './problems.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** Longest texts, in characters; longer ones are problems and never cut. */
const MOST_LETTERS: Partial<Record<ImportField, number>> = {
  about: 4000,
  boundaries: 2000,
  note: 4000,
  job_title: 300,
  email: 254,
  time_zone: 64,
};
const MOST_LETTERS_OF_OTHERS = 200;

const MOST_COUNT = { capacity: 1000, hours_per_month: 200, years: 70 } as const;

/** One row as typed values. Blanks are null, or empty lists: they change nothing. */
export interface RowReading {
  readonly line: number;
  readonly texts: Readonly<Partial<Record<ImportField, string>>>;
  readonly lists: Readonly<Partial<Record<ImportField, readonly string[]>>>;
  /** Levels of skills and years of industries, by the spelling they stand beside. */
  readonly marks: Readonly<Record<RatedField, ReadonlyMap<string, number>>>;
  readonly counts: Readonly<Record<CountField, number | null>>;
  readonly flags: Readonly<Record<FlagField, boolean | null>>;
  readonly notations: Readonly<Notations>;
  readonly problems: readonly ImportProblem[];
}

/** Cells in a notation of their own. */
export interface Notations {
  hours: WeeklyHours | null;
  career: readonly CareerWords[] | null;
  style: Profile['style'] | null;
  visibility: Profile['visibility'] | null;
  membership: Exclude<MemberStatus, 'erased'> | null;
}

const NAMES: ReadonlySet<ImportField> = new Set(['name', 'first_name', 'last_name']);

const FLAGS = ['disabled', 'matched'] as const satisfies readonly ImportField[];
type FlagField = (typeof FLAGS)[number];
const COUNTS = ['capacity', 'hours_per_month', 'years'] as const satisfies readonly ImportField[];
type CountField = (typeof COUNTS)[number];
const RATED = ['skills', 'industries'] as const satisfies readonly ImportField[];
export type RatedField = (typeof RATED)[number];

/** As a cell: a blank one says nothing, and so does one in which nothing is written. */
const cellOf =
  <T>(parse: (cell: string) => Reading<T>, saysNothing: (value: T) => boolean) =>
  (cell: string): Cell<T> => {
    if (isBlank(cell)) return { ok: true, value: null };
    const read = parse(cell);
    return read.ok && saysNothing(read.value) ? { ok: true, value: null } : read;
  };

const readSteps = cellOf(parseCareer, (steps) => steps.length === 0);
type OneCell = Exclude<keyof Notations, 'hours' | 'career'>;
const NOTATIONS: { readonly [K in OneCell]: (cell: string) => Cell<NonNullable<Notations[K]>> } = {
  style: cellOf(parseStyle, () => false),
  visibility: cellOf(parseVisibility, () => false),
  membership: parseMembership,
};
const NOTATION_FIELDS = ['style', 'visibility', 'membership'] as const;

/** Hours of one column; "no" in the column of a day says that nothing is free on it. */
const parseWeek = (cell: string, onDays: readonly number[]): Cell<WeeklyHours> =>
  saysNo(cell) ? { ok: true, value: null } : parseHours(cell, onDays);

const shorten = (value: string): string => (value.length > 80 ? `${value.slice(0, 79)}…` : value);

export const problemAt = (
  line: number,
  code: ImportProblemCode,
  where: {
    readonly column?: string;
    readonly field?: ImportField;
    readonly value?: string;
    readonly number?: number;
    readonly suggestion?: string;
  } = {},
): ImportProblem => ({
  line,
  column: where.column ?? null,
  field: where.field ?? null,
  value: shorten(where.value ?? ''),
  code,
  number: where.number ?? null,
  suggestion: where.suggestion ?? null,
});

/**
 * Reads sheets of one layout: which columns are what is looked up once, not per row.
 * @param knows tells names that end like a mark, `Angular (2)`, from a name with a mark
 */
export const rowReader = (
  sheet: Pick<Sheet, 'headers'>,
  mapping: ImportMapping,
  knows: KnowsTerm,
): ((row: SheetRow) => RowReading) => {
  const fields = [...new Set(mapping.columns.map(({ field }) => field).filter((field) => field !== null))];
  const places = fields.map((field) => ({ field, columns: columnsOf(mapping, field) }));
  const daysOf = sheet.headers.map((header) => weekdayIn(foldHeader(header)));
  return (row) => {
    const reader = cellReader(sheet, row);
    const texts: Partial<Record<ImportField, string>> = {};
    const lists: Partial<Record<ImportField, readonly string[]>> = {};
    const marks = { skills: new Map<string, number>(), industries: new Map<string, number>() };
    const counts: Record<CountField, number | null> = { capacity: null, hours_per_month: null, years: null };
    const flags: Record<FlagField, boolean | null> = { disabled: null, matched: null };
    const notations: Notations = {
      hours: null,
      career: null,
      style: null,
      visibility: null,
      membership: null,
    };
    const note = <K extends OneCell>(field: K, column: number, cell: string): void => {
      notations[field] = reader.take(field, column, NOTATIONS[field](cell));
    };
    let week: WeeklyHours | null = [];
    for (const { field, columns } of places) {
      const count = COUNTS.find((name) => name === field);
      const flag = FLAGS.find((name) => name === field);
      const rated = RATED.find((name) => name === field);
      const notation = NOTATION_FIELDS.find((name) => name === field);
      for (const column of columns) {
        const cell = row.cells[column] ?? '';
        if (cell === '') continue;
        if (count) counts[count] = reader.take(field, column, parseCount(cell, MOST_COUNT[count]));
        else if (flag) flags[flag] = reader.take(field, column, parseFlag(cell));
        else if (notation) note(notation, column, cell);
        else if (field === 'career') {
          const steps = reader.take(field, column, readSteps(cell));
          notations.career = steps === null ? notations.career : [...(notations.career ?? []), ...steps];
        } else if (field === 'hours') {
          const read = parseWeek(cell, daysOf[column]!);
          const part = reader.take(field, column, read) ?? [];
          // Days that cannot be read leave the whole week unread: the others would be taken for all of it.
          week = read.ok && week !== null ? [...week, ...part] : null;
        } else if (isListField(field)) {
          const values = reader.list(field, column, cell, mapping.columns[column]!.separator);
          const names = rated ? reader.rated(rated, column, values, knows, marks[rated]) : values;
          lists[field] = [...new Set([...(lists[field] ?? []), ...names])];
        } else if (!(NAMES.has(field) ? isNoName(cell) : isBlank(cell))) {
          const text = reader.take(
            field,
            column,
            parseText(cell, MOST_LETTERS[field] ?? MOST_LETTERS_OF_OTHERS),
          );
          if (text !== null) texts[field] = text;
        }
      }
    }
    if (week !== null && week.length > 0) notations.hours = normalizeHours(week);
    return { line: row.line, texts, lists, marks, counts, flags, notations, problems: reader.problems };
  };
};

/** Reads cells of one row and gathers what is wrong with them. */
const cellReader = (sheet: Pick<Sheet, 'headers'>, row: SheetRow) => {
  const problems: ImportProblem[] = [];
  const told = (code: ImportProblemCode, field: ImportField, column: number, value: string) =>
    problems.push(problemAt(row.line, code, { column: sheet.headers[column]!, field, value }));
  const take = <T>(field: ImportField, column: number, cell: Cell<T>): T | null => {
    if (cell.ok) return cell.value;
    told(cell.code, field, column, cell.piece ?? row.cells[column]!);
    return null;
  };
  const list = (field: ImportField, column: number, cell: string, separator: Separator | null) => {
    const whole = take(field, column, parseText(cell, MOST_CELL_LENGTH));
    return parseList(whole ?? '', separator).filter(
      (value) => !isNoValue(value) && take(field, column, parseText(value, MOST_LETTERS_OF_OTHERS)) !== null,
    );
  };
  const rated = (
    field: RatedField,
    column: number,
    values: readonly string[],
    knows: KnowsTerm,
    marks: Map<string, number>,
  ): readonly string[] =>
    values.map((value) => {
      const { name, mark, odd } =
        field === 'skills'
          ? parseLevel(value, (spelling) => knows('skill', spelling))
          : parseYears(value, (spelling) => knows('industry', spelling));
      if (odd) told(field === 'skills' ? 'not_a_level' : 'not_years', field, column, value);
      if (mark !== null && !marks.has(name)) marks.set(name, mark);
      return name;
    });
  return { problems, take, list, rated };
};
