import { inRead } from '@trellis/db/client';
import { findProgram } from '@trellis/db/programs';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { isWaivable } from '@trellis/domain/fit/broken-rules';
import type { Actor } from '@trellis/domain/members/actor';
import type { PairByHand, TwoSides } from '@trellis/domain/pairings/inputs';
import type { DecidedView, HandCheck } from '@trellis/domain/pairings/views';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';
import { applyMoves, type MoveRefusal } from './apply-moves.ts';
import { termsNamed } from './terms-named.ts';
import { scalesFor } from './weigh-pairs.ts';

/** Pairs two people a coordinator chose, with or without a round. */
export const pairByHand = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'zones'>,
  actor: Acting,
  { programId, requestId, offerId, waive }: PairByHand,
): Promise<Decision<DecidedView, MoveRefusal | Refusal<'key_reused'>>> =>
  writeOnce(deps, actor, (tx, now) =>
    applyMoves(
      deps,
      actor,
      tx,
      { programId, moves: [{ requestId, leaves: null, offerId }], origin: 'hand', waive },
      now,
    ),
  );

/** What pairing these two would mean: reasons, and the rules it breaks. Saves nothing. */
export const checkHandPairing = (
  deps: Pick<Deps, 'db' | 'clock' | 'zones'>,
  actor: Actor,
  input: TwoSides,
): Promise<Decision<HandCheck, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const program = await findProgram(read, input.programId);
    if (!program) return refuse('not_found', { what: 'program' });
    const scales = await scalesFor(deps, read, program);
    const weighed = scales.weigh(input.requestId, input.offerId);
    if (!weighed) return refuse('not_found', { what: 'request' });
    return accept({
      broken: weighed.broken.map(({ rule }) => rule),
      waivable: weighed.broken.every(({ rule }) => isWaivable(rule)),
      fit: weighed.fit.fit,
      reasons: [...weighed.reasons.staff],
      terms: termsNamed(weighed.reasons.staff, scales.terms),
    });
  });
