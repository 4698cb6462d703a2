import { inRead } from '@trellis/db/client';
import { findMember } from '@trellis/db/members';
import type { Decision } from '@trellis/domain/decision';
import type { MemberId, ProgramId } from '@trellis/domain/ids';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import type { Day } from '@trellis/domain/time';
import type { Acting } from '../acting.ts';
import type { Deps } from '../deps.ts';
import { promiseNextSteps } from '../features/next-steps/promise-next-steps.ts';
import { decidePairings } from '../features/pairings/decide-pairings.ts';
import { publishPairings } from '../features/pairings/publish-pairings.ts';
import { readBoard } from '../features/pairings/read-board.ts';
import { startRound } from '../features/rounds/start-round.ts';
import type { DemoAgency } from './seed-demo.ts';

const DAY_MS = 86_400_000;

/**
 * A round as the demo's coordinators run it: match, look, set a few aside, approve, promise next steps to who waits, publish.
 * Nothing is done but through the product's own use cases.
 * @param setAside how many of the weakest are not taken this time
 * @returns the published pairings, best fit first
 */
export const runStaffRound = async (
  deps: Deps,
  demo: DemoAgency,
  programId: ProgramId,
  setAside: number,
): Promise<readonly BoardPairing[]> => {
  const carla = await actingAs(deps, demo, demo.carla);
  await must(await startRound(deps, carla, { programId })).done;
  const board = must(await readBoard(deps, carla, { programId }));
  const chosen = board.pairings.slice(0, board.pairings.length - setAside);
  const aside = board.pairings.slice(chosen.length);
  const seen = (pairings: readonly BoardPairing[]) =>
    pairings.map(({ id, version }) => ({ pairingId: id, version }));
  if (aside.length > 0) {
    const noah = await actingAs(deps, demo, demo.noah);
    const why = 'Not this time.';
    must(await decidePairings(deps, noah, { programId, pairings: seen(aside), to: 'dismissed', why }));
  }
  must(await decidePairings(deps, carla, { programId, pairings: seen(chosen), to: 'approved', why: null }));
  await promiseToThoseWhoWait(deps, carla, demo, programId, chosen);
  must(await publishPairings(deps, carla, { programId, pairingIds: chosen.map(({ id }) => id) }));
  return chosen;
};

/** Who is not among the published ones hears what comes next. */
const promiseToThoseWhoWait = async (
  deps: Deps,
  carla: Acting,
  demo: DemoAgency,
  programId: ProgramId,
  published: readonly BoardPairing[],
): Promise<void> => {
  const board = must(await readBoard(deps, carla, { programId }));
  const served = new Set(published.map(({ requestId }) => requestId));
  const waiting = board.waiting.map(({ requestId }) => requestId).filter((id) => !served.has(id));
  if (waiting.length === 0) return;
  must(
    await promiseNextSteps(deps, carla, {
      requestIds: waiting,
      kind: 'call',
      words: null,
      ownerId: demo.noah,
      dueOn: new Date(Date.parse(deps.clock.now()) + 10 * DAY_MS).toISOString().slice(0, 10) as Day,
    }),
  );
};

/** A member of the demo, about to act. */
export const actingAs = async (
  deps: Pick<Deps, 'db'>,
  demo: DemoAgency,
  memberId: MemberId,
): Promise<Acting> => {
  const member = await inRead(deps.db, demo, (read) => findMember(read, memberId));
  return { agencyId: demo.agencyId, memberId, roles: member?.roles ?? [], call: null };
};

/** @throws Error when the product refused: the demo would be less than it says */
export const must = <T>(decision: Decision<T>): T => {
  if (decision.ok) return decision.value;
  throw new Error(`the demo was refused: ${JSON.stringify(decision.refusal)}`);
};
