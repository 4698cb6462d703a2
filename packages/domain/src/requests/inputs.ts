import { z } from 'zod';
import { MemberId, ProgramId, RequestId, TermId } from '../ids.ts';
import { text } from '../text.ts';
import { Need } from './request.ts';

export const MOST_GOALS = 10;
export const MOST_SKILLS = 30;
export const MOST_INDUSTRIES = 15;

const Place = z.strictObject({ occupationId: TermId.nullable(), industryId: TermId.nullable() });

/** BCP 47 primary subtag, lower case. */
export const LanguageTag = z.string().regex(/^[a-z]{2,3}$/);

/** Begins a request in a program; for oneself unless staff name somebody else. */
export const StartRequest = z.strictObject({ programId: ProgramId, memberId: MemberId.optional() });
export type StartRequest = z.infer<typeof StartRequest>;

/** What the form saves as one types: each part by itself, the others stay. */
export const RequestChange = z.strictObject({
  from: Place.optional(),
  towards: Place.optional(),
  goals: z.array(TermId).max(MOST_GOALS).optional(),
  skills: z
    .array(z.strictObject({ termId: TermId, need: Need }))
    .max(MOST_SKILLS)
    .optional(),
  industries: z.array(TermId).max(MOST_INDUSTRIES).optional(),
  languages: z.array(LanguageTag).max(10).optional(),
  mix: z.number().int().min(0).max(100).nullable().optional(),
  note: text(4000).nullable().optional(),
});
export type RequestChange = z.infer<typeof RequestChange>;

export const SaveRequest = z.strictObject({ requestId: RequestId, change: RequestChange });
export type SaveRequest = z.infer<typeof SaveRequest>;

/**
 * open: takes part in the next round · paused: not now, nothing is lost · withdrawn: ends it · draft: takes up again one
 * that was withdrawn while it was being written.
 */
export const REQUEST_MOVES = ['open', 'paused', 'withdrawn', 'draft'] as const;
export const MoveRequest = z.strictObject({ requestId: RequestId, to: z.enum(REQUEST_MOVES) });
export type MoveRequest = z.infer<typeof MoveRequest>;

export const RequestRef = z.strictObject({ requestId: RequestId });
export type RequestRef = z.infer<typeof RequestRef>;
