import type { OfferId, ProgramId, RequestId, RoundId } from '@trellis/domain/ids';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import type { Instant } from '@trellis/domain/time';
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Read } from '../client.ts';
import { member } from '../schema/members.ts';
import { offer } from '../schema/offers.ts';
import { pairing } from '../schema/pairings.ts';
import { request } from '../schema/requests.ts';

/** What became of a published pairing, without a word about who they are. */
export interface PublishedCourse {
  readonly requestId: RequestId;
  readonly offerId: OfferId;
  /** The round it came from, or whose suggestion it took the place of; null for one made without a round. */
  readonly roundId: RoundId | null;
  readonly status: PairingStatus;
  /** When the second of the two said "go on"; null while one has not. */
  readonly begunAt: Instant | null;
  /** When it last changed; of one that has ended, when it ended. */
  readonly changedAt: Instant;
  readonly endReasonCode: string | null;
  /** One of the two was erased: nothing they said may be used any more. */
  readonly erased: boolean;
}

const mentee = alias(member, 'mentee');
const mentor = alias(member, 'mentor');

/** Every pairing that was ever published, of one program or (null) of all; one query, however many. */
export const loadPublishedCourses = (
  read: Read,
  programId: ProgramId | null,
): Promise<readonly PublishedCourse[]> =>
  read.orm
    .select({
      requestId: pairing.requestId,
      offerId: pairing.offerId,
      roundId: pairing.roundId,
      status: pairing.status,
      begunAt: sql<Instant | null>`
        case when ${pairing.mentorAnswer} = 'go_on' and ${pairing.menteeAnswer} = 'go_on'
          then greatest(${pairing.mentorAnsweredAt}, ${pairing.menteeAnsweredAt}) end`.mapWith(
        pairing.mentorAnsweredAt,
      ),
      changedAt: pairing.updatedAt,
      endReasonCode: pairing.endReasonCode,
      erased: sql<boolean>`'erased' in (${mentee.status}, ${mentor.status})`,
    })
    .from(pairing)
    .innerJoin(request, and(eq(request.agencyId, pairing.agencyId), eq(request.id, pairing.requestId)))
    .innerJoin(offer, and(eq(offer.agencyId, pairing.agencyId), eq(offer.id, pairing.offerId)))
    .innerJoin(mentee, and(eq(mentee.agencyId, pairing.agencyId), eq(mentee.id, request.memberId)))
    .innerJoin(mentor, and(eq(mentor.agencyId, pairing.agencyId), eq(mentor.id, offer.memberId)))
    .where(
      and(
        eq(pairing.agencyId, read.agencyId),
        programId === null ? undefined : eq(pairing.programId, programId),
        isNotNull(pairing.publishedAt),
      ),
    )
    .orderBy(asc(pairing.id));
