import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { brokenConstraint } from '@trellis/db/constraint-errors';
import { findMembers } from '@trellis/db/members';
import { insertSeparations } from '@trellis/db/separations';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { SeparationId } from '@trellis/domain/ids';
import type { SeparateMembers } from '@trellis/domain/separations/inputs';
import type { SeparatedView } from '@trellis/domain/separations/views';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { takeOffBoards } from '../../take-off-boards.ts';
import { writeOnce } from '../../write-once.ts';

/**
 * Never proposes these two to each other again, in any program. A suggestion of the two leaves the board with it, decided
 * or not; two who were told of a pairing are refused: end that first, with words for both.
 */
export const separateMembers = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: Acting,
  input: SeparateMembers,
): Promise<Decision<SeparatedView, Refusal<'not_found' | 'conflict' | 'separated' | 'key_reused'>>> => {
  let names = { mentee: '', mentor: '' };
  try {
    return await writeOnce(deps, actor, async (tx, now) => {
      const members = await findMembers(tx, [input.memberA, input.memberB]);
      const a = members.find(({ id }) => id === input.memberA);
      const b = members.find(({ id }) => id === input.memberB);
      if (!a || !b) return refuse('not_found', { what: 'member' });
      names = { mentee: a.displayName, mentor: b.displayName };
      const id = deps.ids.next() as SeparationId;
      const why = input.why === '' ? null : input.why;
      await insertSeparations(tx, [{ ...input, id, why, kind: 'never_pair', pairingId: null }], now);
      const taken = await takeOffBoards(tx, [input], why, now);
      if (!taken.ok) return taken;
      await announce(tx, 'separation', id);
      await appendAudit(tx, {
        action: 'separation.made',
        subjectKind: 'separation',
        subjectId: id,
        why,
        detail: { memberA: a.id, memberB: b.id, kind: 'never_pair' },
      });
      return accept({
        separationId: id,
        takenOff: taken.value.map(({ programId, program, mentee, mentor }) => ({
          programId,
          program,
          mentee,
          mentor,
        })),
      });
    });
  } catch (error) {
    const broken = brokenConstraint(error)?.name;
    if (broken === 'separation_pair_key') return refuse('separated', names);
    if (broken === 'separation_live_pairing') return refuse('conflict', { what: 'pairing', now: 'live' });
    throw error;
  }
};
