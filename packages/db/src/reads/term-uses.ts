import type { TermId } from '@trellis/domain/ids';
import { sql } from 'drizzle-orm';
import type { Read } from '../client.ts';

export interface TermUses {
  readonly people: number;
  readonly requests: number;
  readonly offers: number;
  readonly children: number;
}

/** How many people, requests, offers and terms below name this term. For deciding about a merge, nothing else. */
export const countTermUses = async (read: Read, id: TermId): Promise<TermUses> => {
  const { agencyId } = read;
  const of = (table: string, column: string, owner: string) =>
    sql`select ${sql.identifier(owner)} as owner from ${sql.identifier(table)}
      where agency_id = ${agencyId} and ${sql.identifier(column)} = ${id}`;
  const [row] = await read.orm.execute<Record<keyof TermUses, string>>(sql`select
    (select count(*) from (${of('member_skill', 'term_id', 'member_id')}
      union ${of('member_industry', 'term_id', 'member_id')}
      union ${of('career_step', 'occupation_id', 'member_id')}
      union ${of('career_step', 'industry_id', 'member_id')}) p) as people,
    (select count(*) from (${of('request_skill', 'term_id', 'request_id')}
      union ${of('request_goal', 'term_id', 'request_id')}
      union ${of('request_industry', 'term_id', 'request_id')}
      union ${of('request', 'from_occupation_id', 'id')}
      union ${of('request', 'from_industry_id', 'id')}
      union ${of('request', 'towards_occupation_id', 'id')}
      union ${of('request', 'towards_industry_id', 'id')}) r) as requests,
    (select count(*) from (${of('offer_skill', 'term_id', 'offer_id')}
      union ${of('offer_goal', 'term_id', 'offer_id')}
      union ${of('offer_industry', 'term_id', 'offer_id')}) o) as offers,
    (select count(*) from (${of('taxonomy_term', 'parent_id', 'id')}) c) as children`);
  return {
    people: Number(row!.people),
    requests: Number(row!.requests),
    offers: Number(row!.offers),
    children: Number(row!.children),
  };
};
