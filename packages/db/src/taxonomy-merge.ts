import type { TermId } from '@trellis/domain/ids';
import { sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { lockTaxonomy } from './taxonomy.ts';

/** Lists that name a term once per owner, with the value that survives when the owner named both. */
const LISTS = [
  { table: 'member_skill', owner: 'member_id', keep: 'level = greatest(kept.level, gone.level)' },
  { table: 'member_industry', owner: 'member_id', keep: 'years = greatest(kept.years, gone.years)' },
  { table: 'request_goal', owner: 'request_id', keep: null },
  {
    table: 'request_skill',
    owner: 'request_id',
    keep: "need = case when 'must' in (kept.need, gone.need) then 'must' else 'nice' end",
  },
  { table: 'request_industry', owner: 'request_id', keep: null },
  { table: 'offer_goal', owner: 'offer_id', keep: null },
  { table: 'offer_skill', owner: 'offer_id', keep: null },
  { table: 'offer_industry', owner: 'offer_id', keep: null },
] as const;

/** Columns that name one term. */
const COLUMNS = [
  ['career_step', 'occupation_id'],
  ['career_step', 'industry_id'],
  ['request', 'from_occupation_id'],
  ['request', 'from_industry_id'],
  ['request', 'towards_occupation_id'],
  ['request', 'towards_industry_id'],
  ['taxonomy_term', 'merged_into'],
  ['taxonomy_alias', 'term_id'],
] as const;

/**
 * Makes `gone` one with `into`, of the same kind: every mention, alias and child moves over, and `gone` stays
 * as a mark of where it went. Where somebody named both, the higher level, more years or `must` survives.
 * Throws when the two are of different kinds.
 */
export const mergeTerms = async (tx: Tx, gone: TermId, into: TermId): Promise<void> => {
  if (gone === into) return;
  await lockTaxonomy(tx);
  const { agencyId } = tx;
  for (const { table, owner, keep } of LISTS) {
    const name = sql.identifier(table);
    const by = sql.identifier(owner);
    if (keep !== null) {
      await tx.orm.execute(sql`
        update ${name} kept set ${sql.raw(keep)} from ${name} gone
        where kept.agency_id = ${agencyId} and kept.term_id = ${into}
          and gone.agency_id = ${agencyId} and gone.term_id = ${gone} and gone.${by} = kept.${by}`);
    }
    await tx.orm.execute(sql`
      delete from ${name} gone where agency_id = ${agencyId} and term_id = ${gone} and exists (
        select 1 from ${name} kept
        where kept.agency_id = ${agencyId} and kept.term_id = ${into} and kept.${by} = gone.${by})`);
    await tx.orm.execute(sql`
      update ${name} set term_id = ${into} where agency_id = ${agencyId} and term_id = ${gone}`);
  }
  for (const [table, column] of COLUMNS) {
    await tx.orm.execute(sql`
      update ${sql.identifier(table)} set ${sql.identifier(column)} = ${into}
      where agency_id = ${agencyId} and ${sql.identifier(column)} = ${gone}`);
  }
  // `into` may lie below `gone`: first it takes a place above, then the other children follow it.
  await tx.orm.execute(sql`
    with recursive up as (
      select id, parent_id from taxonomy_term where agency_id = ${agencyId} and id = ${into}
      union select t.id, t.parent_id from taxonomy_term t join up on t.id = up.parent_id
        where t.agency_id = ${agencyId}
    )
    update taxonomy_term set parent_id = (
      select parent_id from taxonomy_term where agency_id = ${agencyId} and id = ${gone}
    ) where agency_id = ${agencyId} and id = ${into} and exists (select 1 from up where id = ${gone})`);
  await tx.orm.execute(sql`
    update taxonomy_term set parent_id = ${into}
    where agency_id = ${agencyId} and parent_id = ${gone} and id <> ${into}`);
  await tx.orm.execute(sql`
    update taxonomy_term set merged_into = ${into}, parent_id = null
    where agency_id = ${agencyId} and id = ${gone}`);
};
