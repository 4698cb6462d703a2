import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { findOffers } from '@trellis/db/offers';
import { listOffersWithRoom } from '@trellis/db/reads/mentors-with-room';
import { lockRequest } from '@trellis/db/requests';
import { replaceWishes } from '@trellis/db/wishes';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { allows } from '@trellis/domain/members/policy';
import type { SaveWishes } from '@trellis/domain/wishes/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Makes these the wishes of a request, dearest first. Each offer is of the request's program and somebody else's. */
export const saveWishes = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: SaveWishes,
): Promise<Decision<{ saved: number }, Refusal<'not_found' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx) => {
    const request = await lockRequest(tx, input.requestId);
    if (!request || !allows(actor, 'wishes.change', request.memberId))
      return refuse('not_found', { what: 'request' });
    const offers = await findOffers(
      tx,
      input.wishes.map(({ offerId }) => offerId),
    );
    // What was wished for before may stay; what is new must be what the mentee could have seen.
    const room = await listOffersWithRoom(tx, request.programId, request.memberId);
    const seen = new Set([...request.wishes, ...room].map(({ offerId }) => offerId));
    const fit = offers.filter((one) => one.programId === request.programId && seen.has(one.id));
    if (fit.length !== input.wishes.length) return refuse('not_found', { what: 'offer' });
    await replaceWishes(
      tx,
      request.programId,
      [request.id],
      input.wishes.map(({ offerId, line }, i) => ({ requestId: request.id, offerId, rank: i + 1, line })),
    );
    await announce(tx, 'request', request.id);
    await appendAudit(tx, {
      action: 'request.wished',
      subjectKind: 'request',
      subjectId: request.id,
      detail: { offers: input.wishes.map(({ offerId }) => offerId) },
    });
    return accept({ saved: input.wishes.length });
  });
