import { inRead } from '@trellis/db/client';
import { findMember } from '@trellis/db/members';
import type { Decision } from '@trellis/domain/decision';
import type { MemberId, PairingId } from '@trellis/domain/ids';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import type { Day } from '@trellis/domain/time';
import type { Acting } from '../acting.ts';
import type { Deps } from '../deps.ts';
import { answerPairing } from '../features/my-pairings/answer-pairing.ts';
import { promiseNextSteps } from '../features/next-steps/promise-next-steps.ts';
import { addNote } from '../features/pairings/add-note.ts';
import { decidePairings } from '../features/pairings/decide-pairings.ts';
import { publishPairings } from '../features/pairings/publish-pairings.ts';
import { readBoard } from '../features/pairings/read-board.ts';
import { startRound } from '../features/rounds/start-round.ts';
import type { DemoAgency } from './seed-demo.ts';

const DAY_MS = 86_400_000;

/**
 * Runs the autumn round as its coordinators would: match, look, set two aside, approve, promise next steps, publish; then
 * the people answer, so that pairings stand in every state one meets in a first month. Nothing is done but through the
 * product's own use cases.
 */
export const runFirstRound = async (deps: Deps, demo: DemoAgency): Promise<void> => {
  const carla = await actingAs(deps, demo, demo.carla);
  const started = must(await startRound(deps, carla, { programId: demo.autumn }));
  await started.done;
  const board = must(await readBoard(deps, carla, { programId: demo.autumn }));
  const aside = board.pairings.slice(-2);
  const chosen = board.pairings.slice(0, -2);
  const seen = (pairings: readonly BoardPairing[]) =>
    pairings.map(({ id, version }) => ({ pairingId: id, version }));
  const { programId } = { programId: demo.autumn };
  const noah = await actingAs(deps, demo, demo.noah);
  must(
    await decidePairings(deps, noah, {
      programId,
      pairings: seen(aside),
      to: 'dismissed',
      why: 'Not this time.',
    }),
  );
  must(await decidePairings(deps, carla, { programId, pairings: seen(chosen), to: 'approved', why: null }));
  must(
    await addNote(deps, carla, {
      pairingId: chosen[0]!.id,
      body: 'Spoke with both last week. They already laughed about the same thing.',
    }),
  );
  await promiseToThoseWhoWait(deps, carla, demo, chosen);
  must(await publishPairings(deps, carla, { programId, pairingIds: chosen.map(({ id }) => id) }));
  for (const [i, pairing] of chosen.entries()) await letThemAnswer(deps, demo, pairing, i);
};

/** Who is not among the published ones hears what comes next. */
const promiseToThoseWhoWait = async (
  deps: Deps,
  carla: Acting,
  demo: DemoAgency,
  published: readonly BoardPairing[],
): Promise<void> => {
  const board = must(await readBoard(deps, carla, { programId: demo.autumn }));
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

/** A month's worth of answers: a third is under way, a third meets, the others still have the letter before them. */
const letThemAnswer = async (
  deps: Deps,
  demo: DemoAgency,
  pairing: BoardPairing,
  i: number,
): Promise<void> => {
  const maya = pairing.mentee.startsWith('Maya');
  const steps = maya ? 2 : i % 3 === 2 ? 0 : i % 3 === 1 ? 2 : 4;
  const said = ['accepted', 'accepted', 'go_on', 'go_on'] as const;
  for (const [n, answer] of said.slice(0, steps).entries()) {
    const who = n % 2 === 0 ? pairing.mentorId : pairing.menteeId;
    must(await answerPairing(deps, await actingAs(deps, demo, who), asAnswer(pairing.id, answer)));
  }
};

const asAnswer = (pairingId: PairingId, answer: 'accepted' | 'go_on') => ({ pairingId, answer, words: null });

const actingAs = async (deps: Pick<Deps, 'db'>, demo: DemoAgency, memberId: MemberId): Promise<Acting> => {
  const member = await inRead(deps.db, demo, (read) => findMember(read, memberId));
  return { agencyId: demo.agencyId, memberId, roles: member?.roles ?? [], call: null };
};

const must = <T>(decision: Decision<T>): T => {
  if (decision.ok) return decision.value;
  throw new Error(`the demo was refused: ${JSON.stringify(decision.refusal)}`);
};
