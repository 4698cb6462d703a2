import type { MemberId } from '@trellis/domain/ids';
import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { AuditEntry } from '../audit.ts';
import type { Read } from '../client.ts';
import { auditEntry } from '../schema/audit.ts';
import { member } from '../schema/members.ts';
import { amongTexts } from '../sets.ts';

export interface TrailEntry extends AuditEntry {
  readonly actor: string | null;
  /** How the subject is called today; null where it has no name. */
  readonly subject: string | null;
}

const concerns = (agencyId: string, memberId: MemberId): SQL => sql`${auditEntry.subjectId} in (
  select ${memberId}::text
  union all select id::text from request where agency_id = ${agencyId} and member_id = ${memberId}
  union all select id::text from offer where agency_id = ${agencyId} and member_id = ${memberId}
  union all select p.id::text from pairing p
    join request r on r.agency_id = p.agency_id and r.id = p.request_id
    join offer o on o.agency_id = p.agency_id and o.id = p.offer_id
    where p.agency_id = ${agencyId} and (r.member_id = ${memberId} or o.member_id = ${memberId}))`;

/** One page of the audit trail, newest first, with the names of who acted and on what. */
export const readTrail = async (
  read: Read,
  page: {
    readonly subjectKind: string | null;
    readonly memberId: MemberId | null;
    readonly before: number | null;
    readonly limit: number;
  },
): Promise<readonly TrailEntry[]> => {
  const rows = await read.orm
    .select({ entry: auditEntry, actor: member.displayName })
    .from(auditEntry)
    .leftJoin(member, and(eq(member.agencyId, auditEntry.agencyId), eq(member.id, auditEntry.actorId)))
    .where(
      and(
        eq(auditEntry.agencyId, read.agencyId),
        page.before === null ? undefined : lt(auditEntry.seq, page.before),
        page.subjectKind === null ? undefined : eq(auditEntry.subjectKind, page.subjectKind),
        page.memberId === null ? undefined : concerns(read.agencyId, page.memberId),
      ),
    )
    .orderBy(desc(auditEntry.seq))
    .limit(page.limit);
  const names = await namesOf(
    read,
    rows.map(({ entry }) => entry.subjectId),
  );
  return rows.map(({ entry, actor }) => ({
    seq: entry.seq,
    at: entry.at,
    actorId: entry.actorId,
    actor,
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    subject: names.get(entry.subjectId) ?? null,
    why: entry.why,
    detail: JSON.parse(entry.body),
    wordsRemoved: entry.wordsRemoved,
  }));
};

/** What these ids are called, whatever they are ids of; one query. */
const namesOf = async (read: Read, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await read.orm.execute<{ id: string; name: string }>(sql`
    select named.id, named.name from (
      select id::text, name from agency where id = ${read.agencyId}
      union all select id::text, display_name from member where agency_id = ${read.agencyId}
      union all select id::text, name from program where agency_id = ${read.agencyId}
      union all select id::text, name from taxonomy_term where agency_id = ${read.agencyId}
      union all select r.id::text, m.display_name from request r
        join member m on m.agency_id = r.agency_id and m.id = r.member_id where r.agency_id = ${read.agencyId}
      union all select o.id::text, m.display_name from offer o
        join member m on m.agency_id = o.agency_id and m.id = o.member_id where o.agency_id = ${read.agencyId}
      union all select p.id::text, seeker.display_name || ' · ' || giver.display_name from pairing p
        join request r on r.agency_id = p.agency_id and r.id = p.request_id
        join offer o on o.agency_id = p.agency_id and o.id = p.offer_id
        join member seeker on seeker.agency_id = p.agency_id and seeker.id = r.member_id
        join member giver on giver.agency_id = p.agency_id and giver.id = o.member_id
        where p.agency_id = ${read.agencyId}
    ) named where ${amongTexts(sql`named.id`, [...new Set(ids)])}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
