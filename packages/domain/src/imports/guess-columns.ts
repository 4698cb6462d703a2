import { parseHours } from '../notations/hours.ts';
import { parseLevel, parseYears } from '../notations/rated-names.ts';
import { weekdayIn } from '../notations/weekday-words.ts';
import { parseCount, parseFlag, parseMembership, saysNo } from './cells.ts';
import { countryOf } from './countries.ts';
import { FIELDS_OF_KIND, type ImportField, isListField, mayHaveSeveralColumns } from './fields.ts';
import { foldHeader, HEADER_PHRASES } from './header-words.ts';
import type { ImportKind } from './kinds.ts';
import { languageOf } from './languages.ts';
import { parseList, separatorOf } from './lists.ts';
import type { ColumnMeaning } from './mapping.ts';
import type { Sheet } from './sheet.ts';

const SAMPLE = 60;
/** So much of a column must look like a field before its values alone decide. */
const CLEAR = 0.8;

/** Whether a spelling is a known term of the agency, for columns whose headers say nothing. */
export type KnowsTerm = (kind: 'skill' | 'industry' | 'goal', spelling: string) => boolean;

const share = (cells: readonly string[], fits: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(fits).length / cells.length;

/** How strongly a header names a field: words of the longest phrase found in it, half a word more when it is all. */
const headerStrength = (header: string, field: ImportField): number => {
  const folded = foldHeader(header);
  let best = 0;
  for (const phrase of HEADER_PHRASES.get(field)!) {
    if (!` ${folded} `.includes(` ${phrase} `)) continue;
    const words = phrase.split(' ').length;
    best = Math.max(best, folded === phrase ? words + 0.5 : words);
  }
  return best;
};

/** Whether a cell holds hours, on the weekday that its column is named after where it is. */
const isWeek =
  (header: string) =>
  (cell: string): boolean => {
    const read = parseHours(cell, weekdayIn(foldHeader(header)));
    return read.ok && read.value.length > 0;
  };

/** Whether the values contradict what the header says, e.g. a "Mentees" column full of names. */
const contradicts = (field: ImportField, header: string, cells: readonly string[]): boolean => {
  if (cells.length < (field === 'hours' ? 1 : 2)) return false;
  switch (field) {
    case 'capacity':
    case 'hours_per_month':
    case 'years':
      return share(cells, (cell) => parseCount(cell, 1000).ok) < 0.5;
    case 'disabled':
    case 'matched':
      return share(cells, (cell) => parseFlag(cell).ok) < 0.5;
    case 'hours':
      return (
        share(
          cells.filter((cell) => !saysNo(cell)),
          isWeek(header),
        ) < 0.3
      );
    case 'membership':
      return share(cells, (cell) => parseMembership(cell).ok) < 0.5;
    case 'email':
      return share(cells, (cell) => cell.includes('@')) < 0.5;
    case 'country':
      return share(cells, (cell) => countryOf(cell) !== null) < 0.5;
    case 'ref':
      return new Set(cells).size < cells.length * 0.9;
    default:
      return false;
  }
};

/** What the values look like, whatever the header says. */
const fieldOfValues = (header: string, cells: readonly string[], knows: KnowsTerm): ImportField | null => {
  if (cells.length < 2) return null;
  const values = cells.flatMap((cell) => parseList(cell, separatorOf(cells)));
  if (share(cells, (cell) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(cell)) >= CLEAR) return 'email';
  if (share(cells, (cell) => countryOf(cell) !== null) >= CLEAR) return 'country';
  if (share(values, (value) => languageOf(value) !== null) >= CLEAR) return 'languages';
  if (share(cells, (cell) => /^[A-Z][a-zA-Z_]+\/[A-Z][a-zA-Z_/]+$/.test(cell)) >= CLEAR) return 'time_zone';
  if (
    share(
      cells.filter((cell) => !saysNo(cell)),
      isWeek(header),
    ) >= CLEAR
  )
    return 'hours';
  if (share(values, (value) => knows('goal', value)) >= 0.6) return 'goals';
  const knowsSkill = (name: string) => knows('skill', name);
  const knowsIndustry = (name: string) => knows('industry', name);
  if (share(values, (value) => knowsSkill(parseLevel(value, knowsSkill).name)) >= 0.6) return 'skills';
  return share(values, (value) => knowsIndustry(parseYears(value, knowsIndustry).name)) >= 0.6
    ? 'industries'
    : null;
};

/** Tags and topics of people who seek are what they seek. */
const forMentees = (header: string): ImportField | null =>
  /\b(tags?|topics?|themen)\b/.test(foldHeader(header)) ? 'wanted_skills' : null;

/**
 * Guesses what each column means, by its header first (in several languages) and by its values where the header says
 * nothing. A field that has one column goes to the one that names it best.
 */
export const guessColumns = (sheet: Sheet, kind: ImportKind, knows: KnowsTerm): readonly ColumnMeaning[] => {
  const fields = FIELDS_OF_KIND[kind];
  const samples = sheet.headers.map((_, column) =>
    sheet.rows
      .slice(0, SAMPLE)
      .map(({ cells }) => cells[column]!)
      .filter((cell) => cell !== ''),
  );
  const claims = sheet.headers.flatMap((header, column) =>
    fields.map((field) => ({
      column,
      field,
      strength: contradicts(field, header, samples[column]!) ? 0 : headerStrength(header, field),
    })),
  );
  const meanings = new Map<number, ImportField>();
  const taken = new Set<ImportField>();
  const give = (column: number, field: ImportField): void => {
    if (meanings.has(column) || (taken.has(field) && !mayHaveSeveralColumns(field))) return;
    meanings.set(column, field);
    taken.add(field);
  };
  for (const { column, field } of claims
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength || a.column - b.column)) {
    const wanted = kind === 'mentees' && field === 'skills' ? forMentees(sheet.headers[column]!) : null;
    give(column, wanted ?? field);
  }
  for (const [column, cells] of samples.entries()) {
    const field = meanings.has(column) ? null : fieldOfValues(sheet.headers[column]!, cells, knows);
    if (field !== null && fields.includes(field)) give(column, field);
  }
  return sheet.headers.map((_, column) => {
    const field = meanings.get(column) ?? null;
    return { field, separator: field !== null && isListField(field) ? separatorOf(samples[column]!) : null };
  });
};
