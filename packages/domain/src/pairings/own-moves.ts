import type { Place } from './answer.ts';
import { OWN_MOVES } from './own-inputs.ts';
import type { PairingStatus } from './statuses.ts';
import { mayMove } from './transitions.ts';

type Move = (typeof OWN_MOVES)[number];

/**
 * Whether one of the two may make this move with a pairing that runs. The lifecycle allows it, and it is no answer in
 * disguise: a meeting becomes active only when both say "go on", and what is closed is reopened with the other's yes.
 */
export const mayMoveOwn = (from: PairingStatus, to: Move, place: Place): boolean =>
  from !== 'meeting' && from !== 'closed' && mayMove(from, to, [place]);

export const ownMoves = (from: PairingStatus, place: Place): Move[] =>
  OWN_MOVES.filter((to) => mayMoveOwn(from, to, place));
