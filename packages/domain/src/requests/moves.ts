import type { REQUEST_MOVES } from './inputs.ts';
import type { Request, RequestStatus } from './request.ts';

export type RequestMove = (typeof REQUEST_MOVES)[number];

/**
 * Target status → where it may come from. `served` is set by publishing alone. What was withdrawn can go back to wherever
 * it was, so that withdrawing can be undone.
 */
const FROM: Readonly<Record<RequestMove, readonly RequestStatus[]>> = {
  open: ['draft', 'paused', 'withdrawn', 'served'],
  paused: ['open', 'withdrawn'],
  withdrawn: ['draft', 'open', 'paused'],
  draft: ['withdrawn'],
};

export const requestMovesFrom = (to: RequestMove): readonly RequestStatus[] => FROM[to];
export const mayMoveRequest = (from: RequestStatus, to: RequestMove): boolean => FROM[to].includes(from);

/** Parts of a request that make a match easier to explain, in the order of the form. */
export const REQUEST_PARTS = ['path', 'goals', 'skills', 'note'] as const;
export type RequestPart = (typeof REQUEST_PARTS)[number];

/**
 * Parts still blank. A request may be opened with blanks, since they count neither for nor against anybody; but with
 * no goal, no skill and no direction at all there is nothing to match by.
 */
export const blankParts = (
  request: Pick<Request, 'from' | 'towards' | 'goals' | 'skills' | 'note'>,
): readonly RequestPart[] => {
  const blank: Record<RequestPart, boolean> = {
    path: request.towards.occupationId === null && request.towards.industryId === null,
    goals: request.goals.length === 0,
    skills: request.skills.length === 0,
    note: request.note === null || request.note === '',
  };
  return REQUEST_PARTS.filter((part) => blank[part]);
};

/** Whether there is enough to look for somebody: a direction, a goal or a skill. */
export const canOpenRequest = (
  request: Pick<Request, 'from' | 'towards' | 'goals' | 'skills' | 'note'>,
): boolean => {
  const blank = blankParts(request);
  return !(blank.includes('path') && blank.includes('goals') && blank.includes('skills'));
};
