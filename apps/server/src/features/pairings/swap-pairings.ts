import type { Decision, Refusal } from '@trellis/domain/decision';
import type { SwapPairings } from '@trellis/domain/pairings/inputs';
import type { DecidedView } from '@trellis/domain/pairings/views';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';
import { applyMoves, type MoveRefusal } from './apply-moves.ts';

/** Swaps sides exactly as the alternative showed it, with everybody it moves. */
export const swapPairings = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'zones'>,
  actor: Acting,
  { programId, moves }: SwapPairings,
): Promise<Decision<DecidedView, MoveRefusal | Refusal<'key_reused'>>> =>
  writeOnce(deps, actor, (tx, now) =>
    applyMoves(deps, actor, tx, { programId, moves, origin: 'swap', waive: false }, now),
  );
