import type { TermId } from '@trellis/domain/ids';
import { aliasKey } from '@trellis/domain/taxonomy/alias-key';
import type { TermKind } from '@trellis/domain/taxonomy/kinds';
import type { Term } from '@trellis/domain/taxonomy/tree';
import type { Instant } from '@trellis/domain/time';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Read, Tx } from './client.ts';
import { agency } from './schema/agency.ts';
import { taxonomyAlias, taxonomyTerm } from './schema/taxonomy.ts';
import { inChunks } from './sets.ts';

/** One spelling of a term; every term's own name is among them. */
export interface Alias {
  readonly kind: TermKind;
  readonly aliasKey: string;
  readonly termId: TermId;
  readonly spelling: string;
}

export interface NewTerm extends Term {
  /** Other spellings; those that meet the name under one key may be named again. */
  readonly aliases?: readonly string[];
}

/** Terms in use (merged ones left out), by name. */
export const listTerms = (read: Read, kind?: TermKind): Promise<readonly Term[]> =>
  read.orm
    .select({
      id: taxonomyTerm.id,
      kind: taxonomyTerm.kind,
      name: taxonomyTerm.name,
      parentId: taxonomyTerm.parentId,
    })
    .from(taxonomyTerm)
    .where(
      and(
        eq(taxonomyTerm.agencyId, read.agencyId),
        isNull(taxonomyTerm.mergedInto),
        kind && eq(taxonomyTerm.kind, kind),
      ),
    )
    .orderBy(asc(taxonomyTerm.kind), asc(taxonomyTerm.name), asc(taxonomyTerm.id));

export const listAliases = (read: Read, kind?: TermKind): Promise<readonly Alias[]> =>
  read.orm
    .select({
      kind: taxonomyAlias.kind,
      aliasKey: taxonomyAlias.aliasKey,
      termId: taxonomyAlias.termId,
      spelling: taxonomyAlias.spelling,
    })
    .from(taxonomyAlias)
    .where(and(eq(taxonomyAlias.agencyId, read.agencyId), kind && eq(taxonomyAlias.kind, kind)))
    .orderBy(asc(taxonomyAlias.kind), asc(taxonomyAlias.aliasKey));

/** A term that is still in use, or null. */
export const findTerm = async (read: Read, id: TermId): Promise<Term | null> => {
  const [row] = await read.orm
    .select({
      id: taxonomyTerm.id,
      kind: taxonomyTerm.kind,
      name: taxonomyTerm.name,
      parentId: taxonomyTerm.parentId,
    })
    .from(taxonomyTerm)
    .where(
      and(eq(taxonomyTerm.agencyId, read.agencyId), eq(taxonomyTerm.id, id), isNull(taxonomyTerm.mergedInto)),
    );
  return row ?? null;
};

/**
 * Inserts terms with their spellings; parents come before their children, or within the same thousand.
 * A name or alias that belongs to another term of the kind breaks `taxonomy_alias_pkey`.
 */
export const insertTerms = async (tx: Tx, terms: readonly NewTerm[], now: Instant): Promise<void> => {
  await inChunks(terms, (chunk) =>
    tx.orm.insert(taxonomyTerm).values(
      chunk.map(({ id, kind, name, parentId }) => ({
        agencyId: tx.agencyId,
        id,
        kind,
        name,
        parentId,
        createdAt: now,
      })),
    ),
  );
  const aliases = terms.flatMap((term) => {
    const spellings = new Map<string, string>();
    for (const spelling of [term.name, ...(term.aliases ?? [])]) {
      const key = aliasKey(spelling);
      if (key !== '' && !spellings.has(key)) spellings.set(key, spelling);
    }
    return [...spellings].map(([key, spelling]) => ({
      agencyId: tx.agencyId,
      kind: term.kind,
      aliasKey: key,
      termId: term.id,
      spelling,
    }));
  });
  await inChunks(aliases, (chunk) => tx.orm.insert(taxonomyAlias).values(chunk));
};

export type AliasAnswer =
  | { readonly outcome: 'added' }
  /** The term had this spelling already. */
  | { readonly outcome: 'known' }
  /** The spelling belongs to another term of the kind. */
  | { readonly outcome: 'taken'; readonly by: TermId };

/** Adds a spelling to a term of this kind. Of two calls at once with one key exactly one adds. */
export const addAlias = async (
  tx: Tx,
  term: Pick<Term, 'id' | 'kind'>,
  spelling: string,
): Promise<AliasAnswer> => {
  const key = aliasKey(spelling);
  const added = await tx.orm
    .insert(taxonomyAlias)
    .values({ agencyId: tx.agencyId, kind: term.kind, aliasKey: key, termId: term.id, spelling })
    .onConflictDoNothing()
    .returning({ termId: taxonomyAlias.termId });
  if (added.length > 0) return { outcome: 'added' };
  const [owner] = await tx.orm
    .select({ termId: taxonomyAlias.termId })
    .from(taxonomyAlias)
    .where(
      and(
        eq(taxonomyAlias.agencyId, tx.agencyId),
        eq(taxonomyAlias.kind, term.kind),
        eq(taxonomyAlias.aliasKey, key),
      ),
    );
  return owner?.termId === term.id ? { outcome: 'known' } : { outcome: 'taken', by: owner!.termId };
};

/** Takes a spelling away from a term; its own name stays. True when something was removed. */
export const removeAlias = async (
  tx: Tx,
  term: Pick<Term, 'id' | 'kind' | 'name'>,
  key: string,
): Promise<boolean> => {
  if (key === aliasKey(term.name)) return false;
  const rows = await tx.orm
    .delete(taxonomyAlias)
    .where(
      and(
        eq(taxonomyAlias.agencyId, tx.agencyId),
        eq(taxonomyAlias.kind, term.kind),
        eq(taxonomyAlias.aliasKey, key),
        eq(taxonomyAlias.termId, term.id),
      ),
    )
    .returning({ key: taxonomyAlias.aliasKey });
  return rows.length > 0;
};

/** Gives a term another name; the old one stays as an alias, so that old sheets still find it. */
export const renameTerm = async (
  tx: Tx,
  term: Pick<Term, 'id' | 'kind'>,
  name: string,
): Promise<AliasAnswer> => {
  const answer = await addAlias(tx, term, name);
  if (answer.outcome !== 'taken') {
    await tx.orm
      .update(taxonomyTerm)
      .set({ name })
      .where(and(eq(taxonomyTerm.agencyId, tx.agencyId), eq(taxonomyTerm.id, term.id)));
  }
  return answer;
};

/** Changes to the tree queue behind each other: two moves at once could close a circle neither saw. */
export const lockTaxonomy = async (tx: Tx): Promise<void> => {
  await tx.orm.select({ id: agency.id }).from(agency).where(eq(agency.id, tx.agencyId)).for('no key update');
};

/** Puts a term below another of its kind, or at the top (null); `cycle` when that one lies below it itself. */
export const moveTerm = async (tx: Tx, id: TermId, parentId: TermId | null): Promise<'moved' | 'cycle'> => {
  await lockTaxonomy(tx);
  if (parentId !== null) {
    const [found] = await tx.orm.execute<{ cycle: boolean }>(sql`
      with recursive up as (
        select id, parent_id from taxonomy_term where agency_id = ${tx.agencyId} and id = ${parentId}
        union select t.id, t.parent_id from taxonomy_term t join up on t.id = up.parent_id
          where t.agency_id = ${tx.agencyId}
      ) select exists (select 1 from up where id = ${id}) as cycle`);
    if (found!.cycle) return 'cycle';
  }
  await tx.orm
    .update(taxonomyTerm)
    .set({ parentId })
    .where(and(eq(taxonomyTerm.agencyId, tx.agencyId), eq(taxonomyTerm.id, id)));
  return 'moved';
};
