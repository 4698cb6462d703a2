import { getAgency } from '@trellis/db/agencies';
import type { Read } from '@trellis/db/client';
import type { ImportBatch } from '@trellis/db/imports';
import { findProgram } from '@trellis/db/programs';
import { listAliases, listTerms } from '@trellis/db/taxonomy';
import type { TermId } from '@trellis/domain/ids';
import type { RowOutcome } from '@trellis/domain/imports/changes';
import { columnsOf } from '@trellis/domain/imports/mapping';
import { countOffers } from '@trellis/domain/imports/offer-counts';
import { type PairsPlan, planPairs } from '@trellis/domain/imports/plan-pairs';
import { type PeoplePlan, planPeople } from '@trellis/domain/imports/plan-people';
import type { ImportProblem } from '@trellis/domain/imports/problems';
import { rowReader } from '@trellis/domain/imports/read-row';
import { type KnownValues, type ValueBook, valueBook } from '@trellis/domain/imports/value-book';
import { valueKey } from '@trellis/domain/imports/values';
import type { ImportCounts, OfferCounts } from '@trellis/domain/imports/views';
import type { Deps } from '../../deps.ts';
import { decisionsOf, mappingOf, sheetOfImport } from '../../stored-import.ts';
import { loadKnownPairs } from './known-pairs.ts';
import { loadKnownPeople } from './known-people.ts';

/** What an import would do, from what is in the database at this moment. */
export interface ImportPlan {
  readonly rows: readonly RowOutcome[];
  readonly problems: readonly ImportProblem[];
  readonly counts: ImportCounts;
  /** For sheets of mentors. */
  readonly offers: OfferCounts | null;
  readonly book: ValueBook | null;
  readonly people: PeoplePlan | null;
  readonly pairs: PairsPlan | null;
}

/**
 * Reads a kept sheet and plans it. The preview calls this in a reading transaction, the import itself in the writing
 * one, behind the agency's lock: what was shown is what is done, unless somebody changed something in between.
 */
export const planImport = async (
  read: Read,
  deps: Pick<Deps, 'clock' | 'ids' | 'zones'>,
  batch: ImportBatch,
): Promise<ImportPlan> => {
  const sheet = sheetOfImport(batch);
  const mapping = mappingOf(batch);
  const decisions = decisionsOf(batch);
  const known = await loadKnownValues(read);
  const names = new Set(known.spellings.map(({ kind, key }) => `${kind} ${key}`));
  const readings = sheet.rows.map(
    rowReader(sheet, mapping, (kind, spelling) => names.has(`${kind} ${valueKey(spelling)}`)),
  );
  if (batch.kind === 'pairings') {
    const pairs = planPairs(await loadKnownPairs(read, batch.programId!, mapping.source), readings);
    return planned({ pairs, people: null, book: null, offers: null });
  }
  const chosen = new Map(decisions.people.map(({ line, memberId }) => [line, memberId]));
  const named = [...chosen.values()].filter((id) => id !== null);
  const program = batch.programId === null ? null : await findProgram(read, batch.programId);
  const agency = await getAgency(read);
  const book = valueBook(readings, known, decisions.values, deps.ids.next);
  const created = new Map(book.created.map(({ id, name }) => [id, name]));
  const everybody = await loadKnownPeople(read, readings, mapping.source, batch.programId, named);
  const people = planPeople(
    {
      kind: batch.kind,
      programId: batch.programId,
      role:
        batch.kind === 'people'
          ? null
          : batch.kind === 'mentees'
            ? 'mentee'
            : program?.kind === 'consulting'
              ? 'consultant'
              : 'mentor',
      source: mapping.source,
      people: everybody,
      book,
      termName: (id: TermId) => created.get(id) ?? known.nameOf('skill', id),
      isZone: deps.zones.isKnown,
      now: deps.clock.now(),
      locale: agency.locale,
      nextId: deps.ids.next,
      headerOf: (field) => sheet.headers[columnsOf(mapping, field)[0] ?? -1] ?? null,
    },
    readings,
    chosen,
  );
  const offers = batch.kind === 'mentors' ? countOffers(people.rows, everybody.offers) : null;
  return planned({ people, pairs: null, book, offers });
};

const loadKnownValues = async (read: Read): Promise<KnownValues> => {
  const names = new Map((await listTerms(read)).map(({ id, name }): [string, string] => [id, name]));
  const spellings = (await listAliases(read)).map(({ kind, aliasKey, termId, spelling }) => ({
    kind,
    key: aliasKey,
    id: termId,
    spelling,
  }));
  const languages = new Intl.DisplayNames(['en'], { type: 'language' });
  const countries = new Intl.DisplayNames(['en'], { type: 'region' });
  return {
    spellings,
    nameOf: (kind, id) =>
      kind === 'language'
        ? (languages.of(id) ?? id)
        : kind === 'country'
          ? (countries.of(id) ?? id)
          : (names.get(id) ?? id),
  };
};

const planned = (parts: Pick<ImportPlan, 'people' | 'pairs' | 'book' | 'offers'>): ImportPlan => {
  const rows = (parts.people ?? parts.pairs)!.rows.map(({ outcome }) => outcome);
  const counts = { created: 0, changed: 0, same: 0, left_out: 0 };
  for (const { outcome } of rows) counts[outcome]++;
  return { ...parts, rows, counts, problems: (parts.people ?? parts.pairs)!.problems };
};
