import { nearestIn, type Spelling } from '../taxonomy/nearest.ts';
import { countryNames, countryOf } from './countries.ts';
import type { ImportField } from './fields.ts';
import { languageNames, languageOf } from './languages.ts';
import type { RowReading } from './read-row.ts';
import {
  isTermKind,
  type UnknownValue,
  VALUE_KIND_OF,
  type ValueDecision,
  type ValueKind,
  valueKey,
} from './values.ts';

/** A spelling of a term the agency has; every name is among its spellings. */
export interface KnownSpelling extends Spelling<string> {
  readonly kind: ValueKind;
  readonly key: string;
}

export interface KnownValues {
  readonly spellings: readonly KnownSpelling[];
  /** A term's, language's or country's name for showing. */
  readonly nameOf: (kind: ValueKind, id: string) => string;
}

/** A term that the import brings along. */
export interface NewValue {
  readonly kind: 'skill' | 'industry' | 'occupation' | 'goal';
  readonly id: string;
  readonly name: string;
}

/** What every value of a sheet is taken as, after the decisions. */
export interface ValueBook {
  readonly unknown: readonly UnknownValue[];
  readonly created: readonly NewValue[];
  /** Spellings that are to be known from now on, by the decision "same as". */
  readonly learned: readonly {
    readonly kind: NewValue['kind'];
    readonly id: string;
    readonly spelling: string;
  }[];
  /** The id or code of a spelling; null when it is left out. */
  readonly find: (kind: ValueKind, spelling: string) => string | null;
  /** Whether nobody decided about it and it is left out only for that reason. */
  readonly undecided: (kind: ValueKind, spelling: string) => boolean;
}

interface Met {
  readonly kind: ValueKind;
  readonly spelling: string;
}

const spellingsOf = (readings: readonly RowReading[]): readonly Met[] =>
  readings.flatMap(({ lists, texts, notations }) => [
    ...(Object.entries(VALUE_KIND_OF) as [ImportField, ValueKind][]).flatMap(([field, kind]) => {
      const text = texts[field];
      return [...(lists[field] ?? []), ...(text === undefined ? [] : [text])].map((spelling) => ({
        kind,
        spelling,
      }));
    }),
    ...(notations.career ?? []).flatMap(({ occupation, industry }): Met[] => [
      ...(occupation === null ? [] : [{ kind: 'occupation' as const, spelling: occupation }]),
      ...(industry === null ? [] : [{ kind: 'industry' as const, spelling: industry }]),
    ]),
  ]);

const languageSpellings = (): readonly Spelling<string>[] =>
  [...languageNames()].map(([spelling, id]) => ({ id, spelling }));
const countrySpellings = (): readonly Spelling<string>[] =>
  [...countryNames()].map(([spelling, id]) => ({ id, spelling }));

/**
 * Collects what nobody knows, once however often it stands in the sheet, and settles what it is taken as. Where nobody
 * decided, an unknown term becomes a new one; an unknown language or country is taken as the one a slip of the pen
 * away, else left out.
 * @param nextId makes the ids of new terms
 */
export const valueBook = (
  readings: readonly RowReading[],
  known: KnownValues,
  decisions: readonly ValueDecision[],
  nextId: () => string,
): ValueBook => {
  const byKey = new Map(known.spellings.map(({ kind, key, id }) => [`${kind} ${key}`, id]));
  const lookUp = (kind: ValueKind, spelling: string): string | null =>
    kind === 'language'
      ? languageOf(spelling)
      : kind === 'country'
        ? countryOf(spelling)
        : (byKey.get(`${kind} ${valueKey(spelling)}`) ?? null);

  const met = new Map<string, { kind: ValueKind; key: string; spellings: Map<string, number> }>();
  for (const { kind, spelling } of spellingsOf(readings)) {
    const key = valueKey(spelling);
    if (key === '' || lookUp(kind, spelling) !== null) continue;
    const id = `${kind} ${key}`;
    const seen = met.get(id) ?? { kind, key, spellings: new Map<string, number>() };
    seen.spellings.set(spelling, (seen.spellings.get(spelling) ?? 0) + 1);
    met.set(id, seen);
  }

  const near = new Map<ValueKind, ReturnType<typeof nearestIn<string>>>();
  const suggest = (kind: ValueKind) => {
    const made =
      near.get(kind) ??
      nearestIn(
        kind === 'language'
          ? languageSpellings()
          : kind === 'country'
            ? countrySpellings()
            : known.spellings.filter((spelling) => spelling.kind === kind),
      );
    near.set(kind, made);
    return made;
  };
  const decided = new Map(decisions.map(({ kind, key, take }) => [`${kind} ${key}`, take]));
  const exists = (kind: ValueKind, id: string) =>
    !isTermKind(kind) || known.spellings.some((s) => s.kind === kind && s.id === id);

  const unknown = [...met.values()].map(({ kind, key, spellings }): UnknownValue => {
    const [spelling, rows] = [...spellings].reduce(
      ([most, total, top], [each, count]): [string, number, number] => [
        count > top ? each : most,
        total + count,
        Math.max(top, count),
      ],
      ['', 0, 0] as [string, number, number],
    );
    const found = suggest(kind)(spelling);
    const asked = decided.get(`${kind} ${key}`);
    const valid =
      asked !== undefined &&
      (asked.as === 'same' ? exists(kind, asked.id) : asked.as === 'leave' || isTermKind(kind));
    const slip = found[0]?.slip ? found[0] : undefined;
    return {
      kind,
      key,
      spelling,
      rows,
      suggestions: found.map(({ id }) => ({ id, name: known.nameOf(kind, id) })),
      take: valid
        ? asked
        : isTermKind(kind)
          ? { as: 'new' }
          : slip
            ? { as: 'same', id: slip.id }
            : { as: 'leave' },
      decided: valid,
    };
  });

  const taken = new Map<string, string | null>();
  const created: NewValue[] = [];
  const learned: { kind: NewValue['kind']; id: string; spelling: string }[] = [];
  for (const { kind, key, spelling, take } of unknown) {
    if (take.as === 'new' && isTermKind(kind)) {
      const id = nextId();
      created.push({ kind, id, name: spelling });
      taken.set(`${kind} ${key}`, id);
    } else if (take.as === 'same') {
      taken.set(`${kind} ${key}`, take.id);
      if (isTermKind(kind)) learned.push({ kind, id: take.id, spelling });
    } else taken.set(`${kind} ${key}`, null);
  }
  const left = new Set(
    unknown
      .filter(({ take, decided }) => take.as === 'leave' && !decided)
      .map(({ kind, key }) => `${kind} ${key}`),
  );
  return {
    unknown,
    created,
    learned,
    find: (kind, spelling) => lookUp(kind, spelling) ?? taken.get(`${kind} ${valueKey(spelling)}`) ?? null,
    undecided: (kind, spelling) => left.has(`${kind} ${valueKey(spelling)}`),
  };
};
