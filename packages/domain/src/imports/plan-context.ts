import type { ProgramId, TermId } from '../ids.ts';
import type { Role } from '../members/roles.ts';
import type { Instant } from '../time.ts';
import type { ImportField } from './fields.ts';
import type { ImportKind } from './kinds.ts';
import type { KnownPeople } from './known-people.ts';
import type { ImportProblem, ImportProblemCode } from './problems.ts';
import { problemAt, type RowReading } from './read-row.ts';
import type { ValueBook } from './value-book.ts';
import { VALUE_KIND_OF } from './values.ts';

/** Everything a plan is made from besides the rows. */
export interface PlanContext {
  readonly kind: ImportKind;
  readonly programId: ProgramId | null;
  /** The role that comes with an offer or a request, or null for people alone. */
  readonly role: Role | null;
  readonly source: string;
  readonly people: KnownPeople;
  readonly book: ValueBook;
  readonly termName: (id: TermId) => string;
  readonly isZone: (zone: string) => boolean;
  readonly now: Instant;
  readonly locale: 'en' | 'de';
  readonly nextId: () => string;
  /** The header of a field's column, for problems. */
  readonly headerOf: (field: ImportField) => string | null;
}

/** Adds a problem of one row, at the field's column. */
export type Report = (
  code: ImportProblemCode,
  more?: {
    readonly field?: ImportField;
    readonly value?: string;
    readonly number?: number;
    readonly suggestion?: string;
  },
) => void;

export const reporter =
  (context: Pick<PlanContext, 'headerOf'>, line: number, into: ImportProblem[]): Report =>
  (code, more = {}) => {
    const column = more.field === undefined ? null : context.headerOf(more.field);
    into.push(problemAt(line, code, { ...more, ...(column === null ? {} : { column }) }));
  };

/** The terms (or codes) of a list field in one row, as the book takes them; undecided ones are reported. */
export const valuesOf = (
  context: Pick<PlanContext, 'book'>,
  reading: RowReading,
  field: ImportField,
  report: Report,
): readonly string[] => {
  const kind = VALUE_KIND_OF[field]!;
  const text = reading.texts[field];
  const spellings = reading.lists[field] ?? (text === undefined ? [] : [text]);
  const found = spellings.flatMap((spelling) => {
    const id = context.book.find(kind, spelling);
    if (id === null && context.book.undecided(kind, spelling))
      report('unknown_value', { field, value: spelling });
    return id === null ? [] : [id];
  });
  return [...new Set(found)];
};
