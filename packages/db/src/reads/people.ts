import type { MemberId, OfferId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { MemberStatus, Role } from '@trellis/domain/members/roles';
import type { OfferStatus } from '@trellis/domain/offers/offer';
import type { RequestStatus } from '@trellis/domain/requests/request';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Read } from '../client.ts';
import { offer } from '../schema/offers.ts';
import { program } from '../schema/programs.ts';
import { request } from '../schema/requests.ts';

export interface PeopleFilter {
  readonly search: string;
  readonly role: Role | null;
  /** Null: everybody but who was erased. */
  readonly status: MemberStatus | null;
  readonly programId: ProgramId | null;
  readonly offset: number;
  readonly limit: number;
}

export interface FoundPerson {
  readonly id: MemberId;
  readonly displayName: string;
  /** Null also where the member keeps it to themselves. */
  readonly headline: string | null;
  readonly email: string | null;
  readonly status: MemberStatus;
  readonly roles: readonly Role[];
  readonly programs: readonly string[];
}

/** For `like`: the searched text itself, its signs taken literally. */
const containing = (word: string): string => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** One page of people by name, with how many there are in all: one query, however many people. */
export const findPeople = async (
  read: Read,
  filter: PeopleFilter,
): Promise<{ readonly people: readonly FoundPerson[]; readonly total: number }> => {
  const words = filter.search.split(/\s+/u).filter((word) => word !== '');
  const conditions = [
    sql`m.agency_id = ${read.agencyId}`,
    filter.status === null ? sql`m.status <> 'erased'` : sql`m.status = ${filter.status}`,
    ...words.map(
      (word) => sql`(m.display_name ilike ${containing(word)} or m.email ilike ${containing(word)}
        or (m.headline ilike ${containing(word)} and not ${headlineIsHidden}))`,
    ),
    ...(filter.role === null
      ? []
      : [
          sql`exists (select 1 from member_role r where r.agency_id = m.agency_id and r.member_id = m.id
            and r.role = ${filter.role})`,
        ]),
    ...(filter.programId === null
      ? []
      : [
          sql`(exists (select 1 from request q where q.agency_id = m.agency_id and q.member_id = m.id
              and q.program_id = ${filter.programId})
            or exists (select 1 from offer o where o.agency_id = m.agency_id and o.member_id = m.id
              and o.program_id = ${filter.programId}))`,
        ]),
  ];
  const rows = await read.orm.execute<{
    id: MemberId | null;
    display_name: string;
    headline: string | null;
    email: string | null;
    status: MemberStatus;
    roles: Role[];
    programs: string[];
    total: string;
  }>(sql`
    with found as (
      select m.agency_id, m.id, m.display_name, m.email, m.status,
        case when ${headlineIsHidden} then null else m.headline end as headline
      from member m where ${sql.join(conditions, sql` and `)}
    ), page as (
      select * from found order by display_name, id limit ${filter.limit} offset ${filter.offset}
    )
    select page.id, page.display_name, page.headline, page.email, page.status, total.total,
      array(select r.role from member_role r
        where r.agency_id = page.agency_id and r.member_id = page.id order by r.role) as roles,
      array(select p.name from program p where p.agency_id = page.agency_id and p.id in (
          select q.program_id from request q where q.agency_id = page.agency_id and q.member_id = page.id
          union select o.program_id from offer o where o.agency_id = page.agency_id and o.member_id = page.id
        ) order by p.name) as programs
    from (select count(*) as total from found) total left join page on true
    order by page.display_name, page.id`);
  return {
    total: Number(rows[0]?.total ?? 0),
    people: rows.flatMap((row) =>
      row.id === null
        ? []
        : [
            {
              id: row.id,
              displayName: row.display_name,
              headline: row.headline,
              email: row.email,
              status: row.status,
              roles: row.roles,
              programs: row.programs,
            },
          ],
    ),
  };
};

const headlineIsHidden = sql`exists (select 1 from field_visibility v where v.agency_id = m.agency_id
  and v.member_id = m.id and v.field = 'headline' and v.visibility = 'self')`;

export interface SidesOfMember {
  readonly requests: readonly {
    readonly id: RequestId;
    readonly program: string;
    readonly status: RequestStatus;
  }[];
  readonly offers: readonly {
    readonly id: OfferId;
    readonly program: string;
    readonly status: OfferStatus;
  }[];
}

/** What a member seeks and gives, by program. */
export const listSidesOfMember = async (read: Read, memberId: MemberId): Promise<SidesOfMember> => {
  const [requests, offers] = await Promise.all([
    read.orm
      .select({ id: request.id, program: program.name, status: request.status })
      .from(request)
      .innerJoin(program, and(eq(program.agencyId, request.agencyId), eq(program.id, request.programId)))
      .where(and(eq(request.agencyId, read.agencyId), eq(request.memberId, memberId)))
      .orderBy(asc(program.name), asc(request.id)),
    read.orm
      .select({ id: offer.id, program: program.name, status: offer.status })
      .from(offer)
      .innerJoin(program, and(eq(program.agencyId, offer.agencyId), eq(program.id, offer.programId)))
      .where(and(eq(offer.agencyId, read.agencyId), eq(offer.memberId, memberId)))
      .orderBy(asc(program.name), asc(offer.id)),
  ]);
  return { requests, offers };
};
