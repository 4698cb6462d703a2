import type { RoundId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { RoundProgressView } from '@trellis/domain/rounds/views';
import type { Deps } from '../../deps.ts';
import { readProgress } from './reads.ts';

/** How far a round is: now, whenever it got further, and at its end, after which nothing more comes. */
export async function* watchProgress(
  deps: Pick<Deps, 'db' | 'changes'>,
  actor: Actor,
  id: RoundId,
  signal: AbortSignal,
): AsyncGenerator<RoundProgressView> {
  // Listens before it looks, so that nothing is missed in between.
  const changes = deps.changes.of(actor.agencyId, signal)[Symbol.asyncIterator]();
  let next = changes.next();
  for (;;) {
    const now = await readProgress(deps, actor, id);
    if (!now) return;
    yield now;
    if (now.status !== 'running') return;
    for (;;) {
      const change = await next;
      if (change.done) return;
      next = changes.next();
      const { kind } = change.value;
      if (kind === 'gap' || (change.value.id === id && kind.startsWith('round'))) break;
    }
  }
}
