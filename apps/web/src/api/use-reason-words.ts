import type { Audience, Reason } from '@trellis/domain/fit/reason';
import { reasonInWords } from '@trellis/domain/fit/words/words';
import type { Locale } from '@trellis/domain/time';
import { useMemo } from 'react';
import { useLocale } from 'use-intl';

interface NamedTerm {
  readonly id: string;
  readonly name: string;
}

/** Makes sentences of reasons in the reader's language. `terms` holds the names of all terms they mention. */
export function useReasonWords(terms: readonly NamedTerm[], audience: Audience) {
  const locale = useLocale() as Locale;
  return useMemo(() => {
    const nameOf = new Map(terms.map(({ id, name }) => [id, name]));
    return (reason: Reason, people: { readonly mentee: string; readonly mentor: string }): string =>
      reasonInWords(
        reason,
        {
          audience,
          mentee: firstName(people.mentee),
          mentor: firstName(people.mentor),
          term: (id) => nameOf.get(id) ?? '',
        },
        locale,
      );
  }, [terms, audience, locale]);
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;
