import { inRead, inTx } from '@trellis/db/client';
import { replaceNextSteps } from '@trellis/db/next-steps';
import { findPairings } from '@trellis/db/pairings';
import { endRound, insertRound } from '@trellis/db/rounds';
import { insertSeparations } from '@trellis/db/separations';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makePairing,
  makeProgram,
  makeRequest,
  makeTerm,
  testNow,
} from '@trellis/db/testing-factories';
import type {
  ImportId,
  MemberId,
  NextStepId,
  OfferId,
  PairingId,
  ProgramId,
  RequestId,
  RoundId,
  SeparationId,
  TermId,
} from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { ROLES, type Role } from '@trellis/domain/members/roles';
import { DEFAULT_RULES, DEFAULT_WEIGHTS } from '@trellis/domain/programs/settings';
import type { Day } from '@trellis/domain/time';
import { v7 } from 'uuid';
import type { TestServer } from '../testing.ts';

/** One of everything an input can name. Mentee and mentor have a pairing that both know of. */
export interface Things {
  readonly mentee: Actor;
  readonly mentor: Actor;
  /** Staff of the same agency, in nobody's pairing. */
  readonly staffId: MemberId;
  readonly programId: ProgramId;
  readonly requestId: RequestId;
  readonly offerId: OfferId;
  readonly pairingId: PairingId;
  readonly version: number;
  readonly roundId: RoundId;
  readonly nextStepId: NextStepId;
  readonly separationId: SeparationId;
  readonly importId: ImportId;
  readonly termId: TermId;
  readonly otherTermId: TermId;
}

export interface World {
  readonly admin: Actor;
  /** A member who holds this role and no other, and has nothing to do with anybody's things. */
  readonly byRole: Readonly<Record<Role, Actor>>;
  /** A couple with everything around them; their names and what they wrote contain this tag. */
  makeThings(tag: string): Promise<Things>;
}

/** An agency with a member of each role. Everything that is called something is called by the tag. */
export const makeWorld = async (server: TestServer, tag: string): Promise<World> => {
  const { db } = server.deps;
  const admin = await makeAgency(db, `${tag} agency`);
  const person = async (name: string, role: Role): Promise<Actor> => ({
    agencyId: admin.agencyId,
    memberId: await makeMember(db, admin, { displayName: name, roles: [role] }),
    roles: [role],
  });
  const people = [];
  for (const role of ROLES) people.push([role, await person(`${tag} ${role}`, role)] as const);
  const byRole = Object.fromEntries(people) as Record<Role, Actor>;

  const makeThings = async (word: string): Promise<Things> => {
    const named = `${tag} ${word}`;
    const mentee = await person(`${named} mentee`, 'mentee');
    const mentor = await person(`${named} mentor`, 'mentor');
    const apart = await person(`${named} apart`, 'mentor');
    const programId = await makeProgram(db, admin, { name: `${tag} program ${v7()}` });
    const [termId, otherTermId] = [
      await makeTerm(db, admin, 'skill', `${tag} ${v7()}`),
      await makeTerm(db, admin, 'skill', `${tag} other ${v7()}`),
    ];
    const request = await makeRequest(db, admin, {
      programId,
      memberId: mentee.memberId,
      note: `${named} note`,
      seats: 2,
    });
    const offer = await makeOffer(db, admin, {
      programId,
      memberId: mentor.memberId,
      note: `${named} note`,
      capacity: 2,
    });
    const pairingId = await makePairing(db, admin, { request, offer, status: 'meeting', origin: 'import' });
    const asAdmin = await server.callAs(admin);
    const uploaded = await asAdmin.imports.upload({
      kind: 'people',
      programId: null,
      fileName: `${named}.csv`,
      content: Buffer.from(`Name\n${named} imported ${v7()}\n`).toString('base64'),
      sheet: null,
      replaces: null,
    });
    const roundId = v7() as RoundId;
    const nextStepId = v7() as NextStepId;
    const separationId = v7() as SeparationId;
    const now = testNow();
    await inTx(db, admin, async (tx) => {
      await insertRound(
        tx,
        {
          id: roundId,
          programId,
          objective: 'served',
          weights: DEFAULT_WEIGHTS,
          rules: DEFAULT_RULES,
          seed: 1,
          createdBy: admin.memberId,
        },
        now,
      );
      await endRound(tx, roundId, { to: 'cancelled', failure: null }, now);
      const step = { id: nextStepId, programId, requestId: request.id, ownerId: admin.memberId };
      await replaceNextSteps(
        tx,
        [{ ...step, kind: 'own', words: `${named} words`, dueOn: '2030-01-01' as Day }],
        now,
      );
      await insertSeparations(
        tx,
        [
          {
            id: separationId,
            memberA: mentee.memberId,
            memberB: apart.memberId,
            kind: 'never_pair',
            why: `${named} why`,
            pairingId: null,
          },
        ],
        now,
      );
    });
    const [pairing] = await inRead(db, admin, (read) => findPairings(read, [pairingId]));
    return {
      mentee,
      mentor,
      staffId: admin.memberId,
      programId,
      requestId: request.id,
      offerId: offer.id,
      pairingId,
      version: pairing!.version,
      roundId,
      nextStepId,
      separationId,
      importId: uploaded.view.id,
      termId,
      otherTermId,
    };
  };
  return { admin, byRole, makeThings };
};

/** Ids in the same places that are nobody's. */
export const thingsThatAreNot = (roles: readonly Role[]): Things => {
  const nobody = (): Actor => ({ agencyId: v7() as Actor['agencyId'], memberId: v7() as MemberId, roles });
  return {
    mentee: nobody(),
    mentor: nobody(),
    staffId: v7() as MemberId,
    programId: v7() as ProgramId,
    requestId: v7() as RequestId,
    offerId: v7() as OfferId,
    pairingId: v7() as PairingId,
    version: 1,
    roundId: v7() as RoundId,
    nextStepId: v7() as NextStepId,
    separationId: v7() as SeparationId,
    importId: v7() as ImportId,
    termId: v7() as TermId,
    otherTermId: v7() as TermId,
  };
};
