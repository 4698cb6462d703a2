import postgres from 'postgres';

export interface BrokenInvariant {
  readonly agencyId: string;
  /** As in the design: I1 capacity, I2 request seats, I6 idempotency, I7 audit, I12 separations, I14 leavers. */
  readonly invariant: string;
  /** What was found, with the id of the row. Staff and operators only. */
  readonly found: string;
}

/**
 * Looks at the whole database from outside, with SQL alone and none of the code that wrote it: after a crash, an
 * upgrade, a restore. Reads one agency after another, so it works as the app role, the owner or a superuser.
 * @param url any of their `postgres://` URLs
 */
export const checkInvariants = async (url: string): Promise<readonly BrokenInvariant[]> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const agencies = await sql.begin('read only', async (tx) => {
      await tx`select set_config('app.directory', 'on', true)`;
      return tx<{ id: string }[]>`select id from agency order by id`;
    });
    const broken: BrokenInvariant[] = [];
    for (const { id } of agencies) {
      broken.push(
        ...(await sql.begin('isolation level repeatable read read only', async (tx) => {
          await tx`select set_config('app.agency', ${id}, true)`;
          return findBroken(tx, id);
        })),
      );
    }
    return broken;
  } finally {
    await sql.end({ timeout: 5 });
  }
};

/** As `checkInvariants`, for one agency, in a transaction that has entered it. */
export const findBroken = async (
  tx: postgres.TransactionSql,
  agencyId: string,
): Promise<readonly BrokenInvariant[]> => {
  const rows = await tx<{ invariant: string; found: string }[]>`
    with live as (
      select p.*, r.member_id as mentee, r.seats, o.member_id as mentor, o.capacity
      from pairing p
      join request r on r.agency_id = p.agency_id and r.id = p.request_id
      join offer o on o.agency_id = p.agency_id and o.id = p.offer_id
      where p.agency_id = ${agencyId}
        and p.status in ('suggested', 'approved', 'invited', 'meeting', 'active', 'paused', 'closing')
    ), chain as (
      select entry, entry.seq, entry.hash, entry.prev_hash, entry.words_removed,
        row_number() over (order by entry.seq) as place, lag(entry.hash, 1, '') over (order by entry.seq) as hash_before
      from audit_entry entry where entry.agency_id = ${agencyId}
    ), named as (
      select word.seq::bigint as seq, e.seq as by_seq from audit_entry e
        cross join jsonb_array_elements_text(e.body::jsonb->'wordsRemoved') as word (seq)
        where e.agency_id = ${agencyId} and e.action = 'member.erased'
    )
    select 'I1' as invariant, format('offer %s: %s live pairings on %s seats', offer_id, count(*), max(capacity)) as found
      from live group by offer_id having count(*) > max(capacity)
    union all
    select 'I1', format('offer %s: seat %s is held %s times', offer_id, offer_seat, count(*))
      from live group by offer_id, offer_seat having count(*) > 1
    union all
    select 'I1', format('pairing %s: seat %s of %s', id, offer_seat, capacity) from live where offer_seat > capacity
    union all
    select 'I2', format('request %s: seat %s is held %s times', request_id, request_seat, count(*))
      from live group by request_id, request_seat having count(*) > 1
    union all
    select 'I2', format('pairing %s: request seat %s of %s', id, request_seat, seats) from live where request_seat > seats
    union all
    select 'I6', format('call %s of %s has no answer', key, actor_id) from idempotency_key
      where agency_id = ${agencyId} and response is null
    union all
    select 'I7', format('audit entry %s stands at place %s', seq, place) from chain where seq <> place
    union all
    select 'I8', format('audit entry %s does not follow from the one before', seq) from chain
      where prev_hash <> hash_before or not audit_holds(entry)
    union all
    select 'I8', format('the words of audit entry %s are missing, and no later entry says why', seq) from chain
      where words_removed and not exists (select 1 from named where named.seq = chain.seq and by_seq > chain.seq)
    union all
    select 'I8', format('the audit chain ends at %s, its head is %s', coalesce(last.seq, 0), h.seq)
      from audit_head h left join lateral (select seq, hash from chain order by seq desc limit 1) last on true
      where h.agency_id = ${agencyId} and (h.seq, h.hash) is distinct from (coalesce(last.seq, 0), coalesce(last.hash, ''))
    union all
    select 'I12', format('pairing %s: the two are separated (%s)', live.id, s.kind)
      from live join separation s on s.agency_id = live.agency_id
        and s.low_member_id = least(mentee, mentor) and s.high_member_id = greatest(mentee, mentor)
    union all
    select 'I12', format('pairing %s: a member with themselves', id) from live where mentee = mentor
    union all
    select 'I14', format('member %s is %s and has live pairing %s', m.id, m.status, live.id)
      from live join member m on m.agency_id = live.agency_id and m.id in (live.mentee, live.mentor)
      where m.status in ('withdrawn', 'erased')
    union all
    select 'I14', format('member %s is %s and has an open %s %s', m.id, m.status, side.kind, side.id)
      from member m join (
        select 'request' as kind, id, member_id from request
          where agency_id = ${agencyId} and status in ('open', 'paused')
        union all
        select 'offer', id, member_id from offer where agency_id = ${agencyId} and status in ('open', 'paused')
      ) side on side.member_id = m.id
      where m.agency_id = ${agencyId} and m.status in ('withdrawn', 'erased')
    order by 1, 2`;
  return rows.map((row) => ({ agencyId, ...row }));
};
