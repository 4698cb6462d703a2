import type { MemberId, OfferId, ProgramId, TermId } from '@trellis/domain/ids';
import type { Offer, OfferStatus } from '@trellis/domain/offers/offer';
import type { Instant } from '@trellis/domain/time';
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Read, Tx } from './client.ts';
import { offer, offerGoal, offerIndustry, offerSkill } from './schema/offers.ts';
import { amongIds, groupBy, inChunks } from './sets.ts';

/**
 * Inserts offers, or brings those that exist to what is given, lists included; the status only where new.
 * Broken rules: `offer_member_key` (one offer per member and program), `offer_member_gone`,
 * `offer_capacity_held`, `offer_identity`.
 */
export const saveOffers = async (tx: Tx, offers: readonly Offer[], now: Instant): Promise<void> => {
  await inChunks(offers, (chunk) =>
    tx.orm
      .insert(offer)
      .values(
        chunk.map((row) => ({
          agencyId: tx.agencyId,
          id: row.id,
          programId: row.programId,
          memberId: row.memberId,
          status: row.status,
          capacity: row.capacity,
          hoursPerMonth: row.hoursPerMonth,
          note: row.note,
          createdAt: now,
          updatedAt: now,
        })),
      )
      .onConflictDoUpdate({
        target: [offer.agencyId, offer.id],
        set: {
          capacity: sql`excluded.capacity`,
          hoursPerMonth: sql`excluded.hours_per_month`,
          note: sql`excluded.note`,
          updatedAt: now,
        },
      }),
  );
  await saveLists(tx, offers);
};

const saveLists = async (tx: Tx, offers: readonly Offer[]): Promise<void> => {
  const ids = offers.map((row) => row.id);
  if (ids.length === 0) return;
  for (const table of [offerGoal, offerSkill, offerIndustry]) {
    await tx.orm.delete(table).where(and(eq(table.agencyId, tx.agencyId), amongIds(table.offerId, ids)));
  }
  const rowsOf = (pick: (row: Offer) => readonly TermId[]) =>
    offers.flatMap((row) => pick(row).map((termId) => ({ agencyId: tx.agencyId, offerId: row.id, termId })));
  await inChunks(
    rowsOf((row) => row.goals),
    (chunk) => tx.orm.insert(offerGoal).values(chunk),
  );
  await inChunks(
    rowsOf((row) => row.skills),
    (chunk) => tx.orm.insert(offerSkill).values(chunk),
  );
  await inChunks(
    rowsOf((row) => row.industries),
    (chunk) => tx.orm.insert(offerIndustry).values(chunk),
  );
};

/** Moves offers from one of `from` to `to` and returns those that moved; the others were in none of these. */
export const setOfferStatus = async (
  tx: Tx,
  ids: readonly OfferId[],
  step: { readonly from: readonly OfferStatus[]; readonly to: OfferStatus },
  now: Instant,
): Promise<readonly OfferId[]> => {
  const rows = await tx.orm
    .update(offer)
    .set({ status: step.to, updatedAt: now })
    .where(
      and(eq(offer.agencyId, tx.agencyId), amongIds(offer.id, ids), inArray(offer.status, [...step.from])),
    )
    .returning({ id: offer.id });
  return rows.map((row) => row.id);
};

/** The offer as it is now, which nobody else changes until this transaction ends; null when there is none. */
export const lockOffer = async (tx: Tx, id: OfferId): Promise<Offer | null> => {
  await tx.orm
    .select({ id: offer.id })
    .from(offer)
    .where(and(eq(offer.agencyId, tx.agencyId), eq(offer.id, id)))
    .for('no key update');
  return findOffer(tx, id);
};

export const findOffer = async (read: Read, id: OfferId): Promise<Offer | null> =>
  (await loadWhere(read, eq(offer.id, id)))[0] ?? null;

export const findOffers = (read: Read, ids: readonly OfferId[]): Promise<readonly Offer[]> =>
  loadWhere(read, amongIds(offer.id, ids));

export const listOffersOfMember = (read: Read, memberId: MemberId): Promise<readonly Offer[]> =>
  loadWhere(read, eq(offer.memberId, memberId));

/** Every offer of the program whatever its status, in the order of their ids. */
export const loadOffersOfProgram = (read: Read, programId: ProgramId): Promise<readonly Offer[]> =>
  loadWhere(read, eq(offer.programId, programId));

/** One query per table, however many offers. */
const loadWhere = async (read: Read, condition: SQL): Promise<readonly Offer[]> => {
  const rows = await read.orm
    .select()
    .from(offer)
    .where(and(eq(offer.agencyId, read.agencyId), condition))
    .orderBy(asc(offer.id));
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const theirs = (table: { agencyId: AnyPgColumn; offerId: AnyPgColumn }) =>
    and(eq(table.agencyId, read.agencyId), amongIds(table.offerId, ids));
  const [goals, skills, industries] = await Promise.all([
    read.orm.select().from(offerGoal).where(theirs(offerGoal)).orderBy(asc(offerGoal.termId)),
    read.orm.select().from(offerSkill).where(theirs(offerSkill)).orderBy(asc(offerSkill.termId)),
    read.orm.select().from(offerIndustry).where(theirs(offerIndustry)).orderBy(asc(offerIndustry.termId)),
  ]);
  const goalsOf = groupBy(goals, (row) => row.offerId);
  const skillsOf = groupBy(skills, (row) => row.offerId);
  const industriesOf = groupBy(industries, (row) => row.offerId);
  return rows.map((row) => ({
    id: row.id,
    programId: row.programId,
    memberId: row.memberId,
    status: row.status,
    capacity: row.capacity,
    goals: (goalsOf.get(row.id) ?? []).map(({ termId }) => termId),
    skills: (skillsOf.get(row.id) ?? []).map(({ termId }) => termId),
    industries: (industriesOf.get(row.id) ?? []).map(({ termId }) => termId),
    note: row.note,
    hoursPerMonth: row.hoursPerMonth,
  }));
};
