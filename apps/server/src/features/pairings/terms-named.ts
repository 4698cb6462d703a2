import type { Reason } from '@trellis/domain/fit/reason';
import type { TermId } from '@trellis/domain/ids';
import type { NamedTerm } from '@trellis/domain/pairings/views';
import type { Term } from '@trellis/domain/taxonomy/tree';

/** The terms that these reasons name, with their names, for the sentences made of them. */
export const termsNamed = (reasons: Iterable<Reason>, terms: readonly Term[]): NamedTerm[] => {
  const words = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') words.add(value);
    else if (Array.isArray(value)) value.forEach(collect);
  };
  for (const { facts } of reasons) Object.values(facts).forEach(collect);
  return terms.filter(({ id }) => words.has(id)).map(({ id, name }) => ({ id: id as TermId, name }));
};
