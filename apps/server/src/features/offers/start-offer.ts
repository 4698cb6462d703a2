import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { addRoles, lockMember } from '@trellis/db/members';
import { listOffersOfMember, saveOffers } from '@trellis/db/offers';
import { findProgram } from '@trellis/db/programs';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { OfferId } from '@trellis/domain/ids';
import { allows } from '@trellis/domain/members/policy';
import { isStaff } from '@trellis/domain/members/roles';
import type { OfferRef, StartOffer } from '@trellis/domain/offers/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/**
 * Begins a draft in an open program, or returns the one this member has there. Who mentors is the agency's to say:
 * a member without the role cannot begin by themselves; staff can for them, and the role is added.
 */
export const startOffer = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: Acting,
  input: StartOffer,
): Promise<Decision<OfferRef, Refusal<'not_found' | 'forbidden' | 'program_not_open' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const memberId = input.memberId ?? actor.memberId;
    if (!allows(actor, 'offers.change', memberId)) return refuse('not_found', { what: 'member' });
    const member = await lockMember(tx, memberId);
    if (member?.status !== 'active') return refuse('not_found', { what: 'member' });
    const program = await findProgram(tx, input.programId);
    if (!program) return refuse('not_found', { what: 'program' });
    const role = program.kind === 'consulting' ? 'consultant' : 'mentor';
    if (!member.roles.includes(role) && !isStaff(actor.roles)) return refuse('forbidden', {});
    const known = (await listOffersOfMember(tx, memberId)).find(({ programId }) => programId === program.id);
    if (known) return accept({ offerId: known.id });
    if (program.status !== 'open') return refuse('program_not_open', { status: program.status });
    const id = deps.ids.next() as OfferId;
    await saveOffers(
      tx,
      [
        {
          id,
          programId: program.id,
          memberId,
          status: 'draft',
          capacity: null,
          goals: [],
          skills: [],
          industries: [],
          note: null,
          hoursPerMonth: null,
        },
      ],
      now,
    );
    await addRoles(tx, [{ memberId, role }]);
    await announce(tx, 'offer', id);
    await appendAudit(tx, { action: 'offer.started', subjectKind: 'offer', subjectId: id });
    return accept({ offerId: id });
  });
