import { announce } from '@trellis/db/announcements';
import { appendAudits } from '@trellis/db/audit';
import type { Tx } from '@trellis/db/client';
import { decidePairings } from '@trellis/db/pairing-decisions';
import { type Couple, findLivePairingsOf, type Pairing } from '@trellis/db/pairings';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { TRANSITIONS } from '@trellis/domain/pairings/transitions';
import type { Instant } from '@trellis/domain/time';

/**
 * Two who are kept apart from now on lose what is still only suggested or approved between them, in every program: nobody
 * was told of it. What is published is refused with where it stands: that has to be ended in words first. Part of the
 * transaction that separates the two; call it after the separation is in, which locks both against new pairings.
 */
export const takeOffBoards = async (
  tx: Tx,
  couples: readonly Couple[],
  why: string | null,
  now: Instant,
): Promise<Decision<readonly Pairing[], Refusal<'conflict'>>> => {
  const live = await findLivePairingsOf(tx, couples);
  const told = live.find(({ status }) => !TRANSITIONS.ruled_out.from.includes(status));
  if (told) return refuse('conflict', { what: 'pairing', now: told.status });
  const seen = live.map(({ id, version }) => ({ pairingId: id, version }));
  const step = {
    from: TRANSITIONS.ruled_out.from,
    to: 'ruled_out' as const,
    reasonCode: 'kept_apart',
    why,
  };
  const moved = await decidePairings(tx, seen, step, now);
  if (moved.length < live.length) return refuse('conflict', { what: 'pairing', now: 'changed' });
  for (const programId of new Set(live.map((one) => one.programId))) await announce(tx, 'pairing', programId);
  await appendAudits(
    tx,
    live.map((one) => ({
      action: 'pairing.ruled_out',
      subjectKind: 'pairing',
      subjectId: one.id,
      why,
      detail: { by: 'separation', from: one.status, requestId: one.requestId, offerId: one.offerId },
    })),
  );
  return accept(live);
};
