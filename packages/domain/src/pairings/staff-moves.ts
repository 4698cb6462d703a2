import type { STAFF_MOVES } from './inputs.ts';
import type { PairingStatus } from './statuses.ts';
import { mayMove } from './transitions.ts';

type Move = (typeof STAFF_MOVES)[number];

/**
 * Whether staff may make this move with a pairing that runs. The lifecycle allows it, and it answers for nobody: after a
 * first meeting only the two say whether they go on, and what is closed is not reopened over their heads.
 */
export const mayMoveByStaff = (from: PairingStatus, to: Move): boolean =>
  from !== 'meeting' && from !== 'closed' && mayMove(from, to, ['coordinator']);
