import { inRead } from '@trellis/db/client';
import { findPairings } from '@trellis/db/pairings';
import type { NewProgram } from '@trellis/db/programs';
import { makeAgency, makeMember, makeOffer, makeProgram, makeRequest } from '@trellis/db/testing-factories';
import type { MemberId, OfferId, PairingId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { Caller, TestServer } from '../../testing.ts';

export interface BoardWorld {
  readonly carla: Actor;
  readonly noah: Actor;
  readonly asCarla: Caller;
  readonly asNoah: Caller;
  readonly programId: ProgramId;
  readonly mentees: readonly { readonly memberId: MemberId; readonly requestId: RequestId }[];
  readonly mentors: readonly { readonly memberId: MemberId; readonly offerId: OfferId }[];
}

/** Two coordinators, `mentees` who wait, `mentors` with one seat each. */
export const makeBoardWorld = async (
  server: TestServer,
  mentees: number,
  mentors: number,
  fields: Partial<NewProgram> = {},
): Promise<BoardWorld> => {
  const { db } = server.deps;
  const carla = await makeAgency(db);
  const noahId = await makeMember(db, carla, { displayName: 'Noah', roles: ['coordinator'] });
  const noah: Actor = { agencyId: carla.agencyId, memberId: noahId, roles: ['coordinator'] };
  const programId = await makeProgram(db, carla, fields);
  const world = {
    carla,
    noah,
    programId,
    mentees: [] as BoardWorld['mentees'][number][],
    mentors: [] as BoardWorld['mentors'][number][],
  };
  for (let n = 0; n < mentees; n++) {
    const memberId = await makeMember(db, carla, { displayName: `Mentee ${n}`, roles: ['mentee'] });
    const request = await makeRequest(db, carla, { programId, memberId });
    world.mentees.push({ memberId, requestId: request.id });
  }
  for (let n = 0; n < mentors; n++) {
    const memberId = await makeMember(db, carla, { displayName: `Mentor ${n}`, roles: ['mentor'] });
    const offer = await makeOffer(db, carla, { programId, memberId, capacity: 1 });
    world.mentors.push({ memberId, offerId: offer.id });
  }
  return { ...world, asCarla: await server.callAs(carla), asNoah: await server.callAs(noah) };
};

/** Carla pairs two of the world by hand. */
export const byHand = async (world: BoardWorld, mentee: number, mentor: number): Promise<PairingId> => {
  const { moved } = await world.asCarla.pairings.byHand({
    programId: world.programId,
    requestId: world.mentees[mentee]!.requestId,
    offerId: world.mentors[mentor]!.offerId,
    waive: false,
  });
  return moved.at(-1)!.pairingId;
};

/** Decides as the screen of `who` saw it. */
export const decide = (
  world: BoardWorld,
  who: Caller,
  to: 'approved' | 'dismissed' | 'ruled_out' | 'suggested',
  ...seen: [PairingId, number][]
) =>
  who.pairings.decide({
    programId: world.programId,
    pairings: seen.map(([pairingId, version]) => ({ pairingId, version })),
    to,
    why: null,
  });

export const stateOf = async (server: TestServer, world: BoardWorld, id: PairingId) =>
  (await inRead(server.deps.db, world.carla, (read) => findPairings(read, [id])))[0]!;
