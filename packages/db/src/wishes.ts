import type { OfferId, ProgramId, RequestId } from '@trellis/domain/ids';
import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { Read, Tx } from './client.ts';
import { wish } from './schema/wishes.ts';
import { amongIds, inChunks } from './sets.ts';

/** A ranked wish of a request for an offer of the same program. */
export interface Wish {
  readonly requestId: RequestId;
  readonly offerId: OfferId;
  /** 1 is the dearest, 5 the last. */
  readonly rank: number;
  /** Why, in the mentee's words; shown to staff, and to the mentor once published. */
  readonly line: string | null;
}

/**
 * Makes these the wishes of the requests named in `requestIds`, all of one program; a request without any in
 * `wishes` has none afterwards. An offer of another program breaks `wish_offer_fkey`.
 */
export const replaceWishes = async (
  tx: Tx,
  programId: ProgramId,
  requestIds: readonly RequestId[],
  wishes: readonly Wish[],
): Promise<void> => {
  if (requestIds.length === 0) return;
  await tx.orm.delete(wish).where(and(eq(wish.agencyId, tx.agencyId), amongIds(wish.requestId, requestIds)));
  await inChunks(wishes, (chunk) =>
    tx.orm.insert(wish).values(chunk.map((row) => ({ agencyId: tx.agencyId, programId, ...row }))),
  );
};

const listWhere = (read: Read, condition: SQL): Promise<readonly Wish[]> =>
  read.orm
    .select({ requestId: wish.requestId, offerId: wish.offerId, rank: wish.rank, line: wish.line })
    .from(wish)
    .where(and(eq(wish.agencyId, read.agencyId), condition))
    .orderBy(asc(wish.requestId), asc(wish.rank));

/** The wishes of these requests, dearest first within each. */
export const listWishesOfRequests = (read: Read, ids: readonly RequestId[]): Promise<readonly Wish[]> =>
  listWhere(read, amongIds(wish.requestId, ids));

export const listWishesOfProgram = (read: Read, programId: ProgramId): Promise<readonly Wish[]> =>
  listWhere(read, eq(wish.programId, programId));

/** Who wishes for this offer. */
export const listWishesFor = (read: Read, offerId: OfferId): Promise<readonly Wish[]> =>
  listWhere(read, eq(wish.offerId, offerId));
