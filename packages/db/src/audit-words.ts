import type { MemberId } from '@trellis/domain/ids';
import { sql } from 'drizzle-orm';
import type { Tx } from './client.ts';

/**
 * Numbers of the entries that say in words something about a member: reasons given about them, their requests, offers,
 * pairings and separations; lines of sheets they came from; and any entry that names them (`pattern`, a regular expression,
 * or null). Call it once the transaction has written its other entries: then nobody else adds one any more.
 */
export const listWordsAbout = async (
  tx: Tx,
  memberId: MemberId,
  pattern: string | null,
): Promise<readonly number[]> => {
  const { agencyId } = tx;
  const rows = await tx.orm.execute<{ seq: string }>(sql`
    with subjects as (
      select ${memberId}::text as id
      union all select id::text from request where agency_id = ${agencyId} and member_id = ${memberId}
      union all select id::text from offer where agency_id = ${agencyId} and member_id = ${memberId}
      union all select p.id::text from pairing p
        join request r on r.agency_id = p.agency_id and r.id = p.request_id
        join offer o on o.agency_id = p.agency_id and o.id = p.offer_id
        where p.agency_id = ${agencyId} and ${memberId} in (r.member_id, o.member_id)
      union all select id::text from separation
        where agency_id = ${agencyId} and ${memberId} in (low_member_id, high_member_id)
    )
    select seq from audit_entry
    where agency_id = ${agencyId} and not words_removed and action <> 'member.erased' and (
      (subject_id in (select id from subjects) and (why is not null or body::jsonb ? 'line'))
      -- A separation that was lifted is no row any more.
      or (subject_kind = 'separation' and body like '%' || ${memberId} || '%'
        and (why is not null or body::jsonb ? 'why'))
      or ${pattern === null ? sql`false` : sql`why ~* ${pattern} or body ~* ${pattern}`}
    )
    order by seq`);
  return rows.map(({ seq }) => Number(seq));
};

/**
 * Takes the words of these entries away for ever; the chain over them holds. Write the `member.erased` entry that names
 * them (`wordsRemoved`) in the same transaction: without one, the check of the chain calls them tampered with.
 */
export const removeAuditWords = async (tx: Tx, numbers: readonly number[]): Promise<void> => {
  if (numbers.length === 0) return;
  await tx.orm.execute(sql`select audit_remove_words(string_to_array(${numbers.join(',')}, ',')::bigint[])`);
};
