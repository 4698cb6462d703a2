import type { MemberId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { Request, RequestStatus } from '@trellis/domain/requests/request';
import type { Instant } from '@trellis/domain/time';
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Read, Tx } from './client.ts';
import { request, requestGoal, requestIndustry, requestLanguage, requestSkill } from './schema/requests.ts';
import { wish } from './schema/wishes.ts';
import { amongIds, groupBy, inChunks } from './sets.ts';

/** A request without its wishes, which are kept by wishes.ts. */
export type SavedRequest = Omit<Request, 'wishes'>;

const ownColumns = (row: SavedRequest) => ({
  seats: row.seats,
  fromOccupationId: row.from.occupationId,
  fromIndustryId: row.from.industryId,
  towardsOccupationId: row.towards.occupationId,
  towardsIndustryId: row.towards.industryId,
  mix: row.mix,
  note: row.note,
});

/**
 * Inserts requests, or brings those that exist to what is given, lists included. Status, opening and missed
 * rounds are set when a request is new; afterwards they have functions of their own.
 * Broken rules: `request_member_gone`, `request_seats_held`, `request_identity`.
 */
export const saveRequests = async (
  tx: Tx,
  requests: readonly SavedRequest[],
  now: Instant,
): Promise<void> => {
  await inChunks(requests, (chunk) =>
    tx.orm
      .insert(request)
      .values(
        chunk.map((row) => ({
          agencyId: tx.agencyId,
          id: row.id,
          programId: row.programId,
          memberId: row.memberId,
          status: row.status,
          openedAt: row.openedAt,
          missedRounds: row.missedRounds,
          ...ownColumns(row),
          createdAt: now,
          updatedAt: now,
        })),
      )
      .onConflictDoUpdate({
        target: [request.agencyId, request.id],
        set: {
          seats: sql`excluded.seats`,
          fromOccupationId: sql`excluded.from_occupation_id`,
          fromIndustryId: sql`excluded.from_industry_id`,
          towardsOccupationId: sql`excluded.towards_occupation_id`,
          towardsIndustryId: sql`excluded.towards_industry_id`,
          mix: sql`excluded.mix`,
          note: sql`excluded.note`,
          updatedAt: now,
        },
      }),
  );
  await saveLists(tx, requests);
};

const saveLists = async (tx: Tx, requests: readonly SavedRequest[]): Promise<void> => {
  const { agencyId } = tx;
  const ids = requests.map((row) => row.id);
  if (ids.length === 0) return;
  for (const table of [requestGoal, requestSkill, requestIndustry, requestLanguage]) {
    await tx.orm.delete(table).where(and(eq(table.agencyId, agencyId), amongIds(table.requestId, ids)));
  }
  const rowsOf = <T>(pick: (row: SavedRequest) => readonly T[]) =>
    requests.flatMap((row) => pick(row).map((value) => ({ requestId: row.id, value })));
  await inChunks(
    rowsOf((row) => row.goals),
    (chunk) =>
      tx.orm
        .insert(requestGoal)
        .values(chunk.map(({ requestId, value }) => ({ agencyId, requestId, termId: value }))),
  );
  await inChunks(
    rowsOf((row) => row.skills),
    (chunk) =>
      tx.orm.insert(requestSkill).values(
        chunk.map(({ requestId, value }) => ({
          agencyId,
          requestId,
          termId: value.termId,
          need: value.need,
        })),
      ),
  );
  await inChunks(
    rowsOf((row) => row.industries),
    (chunk) =>
      tx.orm
        .insert(requestIndustry)
        .values(chunk.map(({ requestId, value }) => ({ agencyId, requestId, termId: value }))),
  );
  await inChunks(
    rowsOf((row) => row.languages),
    (chunk) =>
      tx.orm
        .insert(requestLanguage)
        .values(chunk.map(({ requestId, value }) => ({ agencyId, requestId, language: value }))),
  );
};

/**
 * Moves requests from one of `from` to `to` and returns those that moved; the others were in none of these.
 * The first opening sets `openedAt`.
 */
export const setRequestStatus = async (
  tx: Tx,
  ids: readonly RequestId[],
  step: { readonly from: readonly RequestStatus[]; readonly to: RequestStatus },
  now: Instant,
): Promise<readonly RequestId[]> => {
  const rows = await tx.orm
    .update(request)
    .set({
      status: step.to,
      updatedAt: now,
      ...(step.to === 'open' ? { openedAt: sql`coalesce(${request.openedAt}, ${now})` } : {}),
    })
    .where(
      and(
        eq(request.agencyId, tx.agencyId),
        amongIds(request.id, ids),
        inArray(request.status, [...step.from]),
      ),
    )
    .returning({ id: request.id });
  return rows.map((row) => row.id);
};

/**
 * Open requests whose seats are all published (invited to closing) are served; returns those that became so. Suggestions
 * and approvals do not count: nobody was told of them.
 */
export const serveFullRequests = async (
  tx: Tx,
  ids: readonly RequestId[],
  now: Instant,
): Promise<readonly RequestId[]> => {
  const rows = await tx.orm
    .update(request)
    .set({ status: 'served', updatedAt: now })
    .where(
      and(
        eq(request.agencyId, tx.agencyId),
        amongIds(request.id, ids),
        eq(request.status, 'open'),
        sql`${request.seats} <= (select count(*) from pairing x
          where x.agency_id = ${request.agencyId} and x.request_id = ${request.id}
            and x.status in ('invited', 'meeting', 'active', 'paused', 'closing'))`,
      ),
    )
    .returning({ id: request.id });
  return rows.map((row) => row.id);
};

/** These requests took part in a round and were left waiting. */
export const countMissedRound = async (tx: Tx, ids: readonly RequestId[]): Promise<void> => {
  await tx.orm
    .update(request)
    .set({ missedRounds: sql`${request.missedRounds} + 1` })
    .where(and(eq(request.agencyId, tx.agencyId), amongIds(request.id, ids)));
};

/** The request as it is now, which nobody else changes until this transaction ends; null when there is none. */
export const lockRequest = async (tx: Tx, id: RequestId): Promise<Request | null> => {
  await tx.orm
    .select({ id: request.id })
    .from(request)
    .where(and(eq(request.agencyId, tx.agencyId), eq(request.id, id)))
    .for('no key update');
  return findRequest(tx, id);
};

export const findRequest = async (read: Read, id: RequestId): Promise<Request | null> =>
  (await loadWhere(read, eq(request.id, id)))[0] ?? null;

export const findRequests = (read: Read, ids: readonly RequestId[]): Promise<readonly Request[]> =>
  loadWhere(read, amongIds(request.id, ids));

export const listRequestsOfMember = (read: Read, memberId: MemberId): Promise<readonly Request[]> =>
  loadWhere(read, eq(request.memberId, memberId));

/** Every request of the program whatever its status, in the order of their ids. */
export const loadRequestsOfProgram = (read: Read, programId: ProgramId): Promise<readonly Request[]> =>
  loadWhere(read, eq(request.programId, programId));

/** One query per table, however many requests. */
const loadWhere = async (read: Read, condition: SQL): Promise<readonly Request[]> => {
  const rows = await read.orm
    .select()
    .from(request)
    .where(and(eq(request.agencyId, read.agencyId), condition))
    .orderBy(asc(request.id));
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const theirs = (table: { agencyId: AnyPgColumn; requestId: AnyPgColumn }) =>
    and(eq(table.agencyId, read.agencyId), amongIds(table.requestId, ids));
  const [goals, skills, industries, languages, wishes] = await Promise.all([
    read.orm.select().from(requestGoal).where(theirs(requestGoal)).orderBy(asc(requestGoal.termId)),
    read.orm.select().from(requestSkill).where(theirs(requestSkill)).orderBy(asc(requestSkill.termId)),
    read.orm
      .select()
      .from(requestIndustry)
      .where(theirs(requestIndustry))
      .orderBy(asc(requestIndustry.termId)),
    read.orm
      .select()
      .from(requestLanguage)
      .where(theirs(requestLanguage))
      .orderBy(asc(requestLanguage.language)),
    read.orm.select().from(wish).where(theirs(wish)).orderBy(asc(wish.rank)),
  ]);
  const goalsOf = groupBy(goals, (row) => row.requestId);
  const skillsOf = groupBy(skills, (row) => row.requestId);
  const industriesOf = groupBy(industries, (row) => row.requestId);
  const languagesOf = groupBy(languages, (row) => row.requestId);
  const wishesOf = groupBy(wishes, (row) => row.requestId);
  return rows.map((row) => ({
    id: row.id,
    programId: row.programId,
    memberId: row.memberId,
    status: row.status,
    seats: row.seats,
    from: { occupationId: row.fromOccupationId, industryId: row.fromIndustryId },
    towards: { occupationId: row.towardsOccupationId, industryId: row.towardsIndustryId },
    goals: (goalsOf.get(row.id) ?? []).map(({ termId }) => termId),
    skills: (skillsOf.get(row.id) ?? []).map(({ termId, need }) => ({ termId, need })),
    industries: (industriesOf.get(row.id) ?? []).map(({ termId }) => termId),
    languages: (languagesOf.get(row.id) ?? []).map(({ language }) => language),
    mix: row.mix,
    note: row.note,
    openedAt: row.openedAt,
    missedRounds: row.missedRounds,
    wishes: (wishesOf.get(row.id) ?? []).map(({ offerId, rank }) => ({ offerId, rank })),
  }));
};
