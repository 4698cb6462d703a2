import { z } from 'zod';
import { MemberId, OfferId, ProgramId, RequestId, TermId } from '../ids.ts';
import { ProgramKind, ProgramStatus } from '../programs/kinds.ts';
import { Instant } from '../time.ts';
import { REQUEST_PARTS } from './moves.ts';
import { Need, RequestStatus } from './request.ts';

const Place = z.strictObject({ occupationId: TermId.nullable(), industryId: TermId.nullable() });

export const ProgramLabel = z.strictObject({
  id: ProgramId,
  name: z.string(),
  description: z.string().nullable(),
  kind: ProgramKind,
  status: ProgramStatus,
});

/** A request as its member, or staff for them, see and edit it. */
export const RequestView = z.strictObject({
  id: RequestId,
  program: ProgramLabel,
  memberId: MemberId,
  memberName: z.string(),
  status: RequestStatus,
  from: Place,
  towards: Place,
  goals: z.array(TermId),
  skills: z.array(z.strictObject({ termId: TermId, need: Need })),
  industries: z.array(TermId),
  languages: z.array(z.string()),
  mix: z.number().int().nullable(),
  note: z.string().nullable(),
  openedAt: Instant.nullable(),
  wishes: z.array(
    z.strictObject({
      offerId: OfferId,
      mentor: z.string(),
      rank: z.number().int(),
      line: z.string().nullable(),
    }),
  ),
  blank: z.array(z.enum(REQUEST_PARTS)),
});
export type RequestView = z.infer<typeof RequestView>;
