import type { MemberId, OfferId, ProgramId } from '@trellis/domain/ids';
import { sql } from 'drizzle-orm';
import type { Read } from '../client.ts';

/**
 * Open offers of a program that have room as far as members may know: only published pairings count as taken, so that
 * nothing can be learned about suggestions. Those kept apart from `seeker`, those the seeker has met already and still
 * meets, and the seeker's own are left out.
 */
export const listOffersWithRoom = async (
  read: Read,
  programId: ProgramId,
  seeker: MemberId,
): Promise<readonly { readonly offerId: OfferId; readonly memberId: MemberId }[]> => {
  const rows = await read.orm.execute(sql`
    select o.id as offer_id, o.member_id
    from offer o
    join member m on m.agency_id = o.agency_id and m.id = o.member_id and m.status = 'active'
    where o.agency_id = ${read.agencyId} and o.program_id = ${programId} and o.status = 'open'
      and o.member_id <> ${seeker}
      and o.capacity > (
        select count(*) from pairing x
        where x.agency_id = o.agency_id and x.offer_id = o.id
          and x.status in ('invited', 'meeting', 'active', 'paused', 'closing'))
      and not exists (
        select 1 from separation s where s.agency_id = o.agency_id
          and s.low_member_id = least(o.member_id, ${seeker}::uuid)
          and s.high_member_id = greatest(o.member_id, ${seeker}::uuid))
      and not exists (
        select 1 from pairing x join request r on r.agency_id = x.agency_id and r.id = x.request_id
        where x.agency_id = o.agency_id and x.offer_id = o.id and r.member_id = ${seeker}
          and x.status in ('meeting', 'active', 'paused', 'closing'))
    order by m.display_name, o.id`);
  return rows.map((row) => ({ offerId: row.offer_id as OfferId, memberId: row.member_id as MemberId }));
};
