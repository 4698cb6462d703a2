import type { TermId } from '../ids.ts';
import type { TermKind } from '../taxonomy/kinds.ts';
import type { ProfileChange } from './inputs.ts';

/** Every term a change names, with the list it must come from. */
export const namedTerms = (
  change: ProfileChange,
): readonly { readonly termId: TermId; readonly kind: TermKind }[] => {
  const named = (kind: TermKind, ids: readonly (TermId | null)[]) =>
    ids.flatMap((termId) => (termId === null ? [] : [{ termId, kind }]));
  const career = change.career ?? [];
  return [
    ...named(
      'skill',
      (change.skills ?? []).map(({ termId }) => termId),
    ),
    ...named('industry', [
      ...(change.industries ?? []).map(({ termId }) => termId),
      ...career.map(({ industryId }) => industryId),
    ]),
    ...named(
      'occupation',
      career.map(({ occupationId }) => occupationId),
    ),
  ];
};
