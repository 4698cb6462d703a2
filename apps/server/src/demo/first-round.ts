import type { PairingId } from '@trellis/domain/ids';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import type { Deps } from '../deps.ts';
import { answerPairing } from '../features/my-pairings/answer-pairing.ts';
import { addNote } from '../features/pairings/add-note.ts';
import type { DemoAgency } from './seed-demo.ts';
import { actingAs, must, runStaffRound } from './staff-round.ts';

/**
 * Runs the autumn round as its coordinators would, two set aside; then the people answer, so that pairings stand in every
 * state one meets in a first month.
 */
export const runFirstRound = async (deps: Deps, demo: DemoAgency): Promise<void> => {
  const chosen = await runStaffRound(deps, demo, demo.autumn, 2);
  must(
    await addNote(deps, await actingAs(deps, demo, demo.carla), {
      pairingId: chosen[0]!.id,
      body: 'Spoke with both last week. They already laughed about the same thing.',
    }),
  );
  for (const [i, pairing] of chosen.entries()) await letThemAnswer(deps, demo, pairing, i);
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
