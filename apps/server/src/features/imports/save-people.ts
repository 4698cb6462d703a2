import type { AuditLine } from '@trellis/db/audit';
import type { Tx } from '@trellis/db/client';
import { addRoles, insertMembers, updateMembers } from '@trellis/db/members';
import { saveOffers, setOfferStatus } from '@trellis/db/offers';
import { saveProfileParts } from '@trellis/db/profile-parts';
import { saveRequests, setRequestStatus } from '@trellis/db/requests';
import type { ImportId } from '@trellis/domain/ids';
import type { PeoplePlan } from '@trellis/domain/imports/plan-people';
import type { Instant } from '@trellis/domain/time';

const isThere = <T>(value: T | null): value is T => value !== null;

/**
 * Writes a plan of people, set by set, and returns the lines for the audit: one a member, one an offer, one a request
 * that came or changed.
 */
export const savePeople = async (
  tx: Tx,
  importId: ImportId,
  plan: PeoplePlan,
  now: Instant,
): Promise<readonly AuditLine[]> => {
  const written = plan.rows.flatMap(({ outcome, write }) => (write === null ? [] : [{ outcome, ...write }]));
  const people = written.map(({ person }) => person);
  const created = people.filter(({ isNew }) => isNew);
  await insertMembers(
    tx,
    created.map(({ memberId, name, patch, addRoles: roles, status }) => ({
      ...patch,
      ...(status === null ? {} : { status }),
      id: memberId,
      displayName: name,
      roles,
    })),
    now,
  );
  // The member's row says when the profile was last touched, also where only its lists grew.
  const known = people.filter(({ isNew }) => !isNew);
  await updateMembers(
    tx,
    known
      .filter(({ patch, parts }) => Object.keys(patch).length > 0 || Object.keys(parts).length > 0)
      .map(({ memberId, patch }) => ({ id: memberId, patch })),
    now,
  );
  await addRoles(
    tx,
    known.flatMap(({ memberId, addRoles: roles }) => roles.map((role) => ({ memberId, role }))),
  );
  await saveProfileParts(
    tx,
    people
      .filter(({ parts }) => Object.keys(parts).length > 0)
      .map(({ memberId, parts }) => ({ memberId, parts })),
  );
  const offers = written.map(({ offer }) => offer).filter(isThere);
  await saveOffers(
    tx,
    offers.filter(({ saved }) => saved).map(({ offer }) => offer),
    now,
  );
  for (const to of ['paused', 'closed'] as const) {
    const moving = offers.filter(({ movesFrom, offer }) => movesFrom !== null && offer.status === to);
    const ids = moving.map(({ offer }) => offer.id);
    if (ids.length > 0) await setOfferStatus(tx, ids, { from: ['draft', 'open', 'paused'], to }, now);
  }
  const requests = written.map(({ request }) => request).filter(isThere);
  await saveRequests(
    tx,
    requests.map(({ request }) => request),
    now,
  );
  const resting = requests.filter(
    ({ movesFrom, request }) => movesFrom !== null && request.status === 'paused',
  );
  if (resting.length > 0) {
    await setRequestStatus(
      tx,
      resting.map(({ request }) => request.id),
      { from: ['open'], to: 'paused' },
      now,
    );
  }
  return written.flatMap(({ outcome, person, offer, request }) => {
    const fields = outcome.changes.map(({ field }) => field);
    const detail = { importId, line: outcome.line };
    return [
      {
        action: person.isNew ? 'member.imported' : 'member.changed_by_import',
        subjectKind: 'member',
        subjectId: person.memberId,
        detail: { ...detail, fields },
      },
      ...(offer === null
        ? []
        : [
            {
              action: offer.isNew ? 'offer.imported' : 'offer.changed_by_import',
              subjectKind: 'offer',
              subjectId: offer.offer.id,
              detail: { ...detail, status: offer.offer.status, capacity: offer.offer.capacity },
            },
          ]),
      ...(request === null
        ? []
        : [
            {
              action: request.isNew ? 'request.imported' : 'request.changed_by_import',
              subjectKind: 'request',
              subjectId: request.request.id,
              detail: { ...detail, status: request.request.status },
            },
          ]),
    ];
  });
};
