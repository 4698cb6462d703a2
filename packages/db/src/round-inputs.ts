import type { MemberId, OfferId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { MemberStatus } from '@trellis/domain/members/roles';
import type { Offer } from '@trellis/domain/offers/offer';
import type { SeparationKind } from '@trellis/domain/pairings/separations';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import type { Profile } from '@trellis/domain/profiles/profile';
import type { Request } from '@trellis/domain/requests/request';
import type { Term } from '@trellis/domain/taxonomy/tree';
import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Read } from './client.ts';
import { keepsSeats } from './held-seats.ts';
import { loadOffersOfProgram } from './offers.ts';
import { loadProfilesOfProgram } from './profiles.ts';
import { loadRequestsOfProgram } from './requests.ts';
import { member } from './schema/members.ts';
import { offer } from './schema/offers.ts';
import { pairing } from './schema/pairings.ts';
import { request } from './schema/requests.ts';
import { round, waiting } from './schema/rounds.ts';
import { separation } from './schema/separations.ts';
import { listTerms } from './taxonomy.ts';

/** All of a program that a round looks at, as one moment saw it. */
export interface RoundRows {
  readonly terms: readonly Term[];
  readonly members: readonly { readonly profile: Profile; readonly status: MemberStatus }[];
  readonly requests: readonly Request[];
  readonly offers: readonly Offer[];
  readonly held: readonly {
    readonly requestId: RequestId;
    readonly requestSeat: number;
    readonly offerId: OfferId;
    readonly offerSeat: number;
  }[];
  readonly separations: readonly {
    readonly memberA: MemberId;
    readonly memberB: MemberId;
    readonly kind: SeparationKind;
  }[];
  readonly pairedBefore: readonly { readonly mentee: MemberId; readonly mentor: MemberId }[];
}

/** Whoever came this far has met, or knows of the other: not proposed to each other in this program again. */
const MET: readonly PairingStatus[] = ['kept', 'declined', 'expired', 'not_now', 'closed'];

/** Loads them with one query per table, however many people. Call it in `inRead`, so that all see the same moment. */
export const loadRoundRows = async (read: Read, programId: ProgramId): Promise<RoundRows> => {
  const { agencyId } = read;
  const here = sql`in (
    select member_id from request where agency_id = ${agencyId} and program_id = ${programId}
    union select member_id from offer where agency_id = ${agencyId} and program_id = ${programId})`;
  const terms = await listTerms(read);
  const profiles = await loadProfilesOfProgram(read, programId);
  const statuses = await read.orm
    .select({ id: member.id, status: member.status })
    .from(member)
    .where(and(eq(member.agencyId, agencyId), sql`${member.id} ${here}`));
  const requests = await loadRequestsOfProgram(read, programId);
  const offers = await loadOffersOfProgram(read, programId);
  const held = await read.orm
    .select({
      requestId: pairing.requestId,
      requestSeat: pairing.requestSeat,
      offerId: pairing.offerId,
      offerSeat: pairing.offerSeat,
    })
    .from(pairing)
    .where(and(eq(pairing.agencyId, agencyId), eq(pairing.programId, programId), keepsSeats()));
  const separations = await read.orm
    .select({ memberA: separation.lowMemberId, memberB: separation.highMemberId, kind: separation.kind })
    .from(separation)
    .where(
      and(
        eq(separation.agencyId, agencyId),
        sql`${separation.lowMemberId} ${here}`,
        sql`${separation.highMemberId} ${here}`,
      ),
    );
  const pairedBefore = await read.orm
    .selectDistinct({ mentee: request.memberId, mentor: offer.memberId })
    .from(pairing)
    .innerJoin(request, and(eq(request.agencyId, pairing.agencyId), eq(request.id, pairing.requestId)))
    .innerJoin(offer, and(eq(offer.agencyId, pairing.agencyId), eq(offer.id, pairing.offerId)))
    .where(
      and(
        eq(pairing.agencyId, agencyId),
        eq(pairing.programId, programId),
        or(
          keepsSeats(),
          inArray(pairing.status, [...MET]),
          and(eq(pairing.status, 'withdrawn'), isNotNull(pairing.publishedAt)),
        ),
      ),
    );
  const missedOnlyThen = await loadUnpublishedMisses(read, programId);
  const statusOf = new Map(statuses.map((row) => [row.id, row.status]));
  return {
    terms,
    members: profiles.map((profile) => ({
      profile,
      status: statusOf.get(profile.memberId)!,
    })),
    requests: requests.map((row) => ({
      ...row,
      missedRounds: Math.max(0, row.missedRounds - (missedOnlyThen.has(row.id) ? 1 : 0)),
    })),
    offers,
    held,
    separations,
    pairedBefore,
  };
};

/**
 * Requests that wait in a round nobody published. A new round takes that one's place, and being left over by it was
 * never told to anyone: it does not count.
 */
const loadUnpublishedMisses = async (read: Read, programId: ProgramId): Promise<ReadonlySet<RequestId>> => {
  const rows = await read.orm
    .select({ requestId: waiting.requestId })
    .from(waiting)
    .innerJoin(round, and(eq(round.agencyId, waiting.agencyId), eq(round.id, waiting.roundId)))
    .where(
      and(
        eq(waiting.agencyId, read.agencyId),
        eq(waiting.programId, programId),
        eq(round.status, 'ready'),
        isNull(round.publishedAt),
      ),
    );
  return new Set(rows.map((row) => row.requestId));
};
