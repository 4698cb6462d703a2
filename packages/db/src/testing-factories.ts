import type {
  AgencyId,
  CareerStepId,
  MemberId,
  OfferId,
  PairingId,
  ProgramId,
  RequestId,
  TermId,
} from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { Role } from '@trellis/domain/members/roles';
import type { Offer } from '@trellis/domain/offers/offer';
import type { PairingOrigin, PairingStatus } from '@trellis/domain/pairings/statuses';
import { DEFAULT_RULES, DEFAULT_WEIGHTS } from '@trellis/domain/programs/settings';
import type { TermKind } from '@trellis/domain/taxonomy/kinds';
import type { Instant, TimeZone } from '@trellis/domain/time';
import { v7 } from 'uuid';
import { insertAgency } from './agencies.ts';
import { type ActsIn, type Db, inTx } from './client.ts';
import { insertMembers, type NewMember } from './members.ts';
import { saveOffers } from './offers.ts';
import { insertProgram, type NewProgram } from './programs.ts';
import { type SavedRequest, saveRequests } from './requests.ts';
import { pairing } from './schema/pairings.ts';
import { insertTerms } from './taxonomy.ts';

/** Small worlds for tests, made through the row functions. Whatever is not named gets a plain default. */

export const newId = {
  agency: () => v7() as AgencyId,
  member: () => v7() as MemberId,
  term: () => v7() as TermId,
  careerStep: () => v7() as CareerStepId,
  program: () => v7() as ProgramId,
  request: () => v7() as RequestId,
  offer: () => v7() as OfferId,
  pairing: () => v7() as PairingId,
};

export const testNow = (): Instant => new Date().toISOString() as Instant;

/** An agency with one admin, who is the actor returned. */
export const makeAgency = async (db: Db, name = 'Test agency'): Promise<Actor> => {
  const agencyId = newId.agency();
  const memberId = newId.member();
  const roles: readonly Role[] = ['admin', 'coordinator'];
  await inTx(db, { agencyId, memberId: null }, async (tx) => {
    await insertAgency(tx, {
      name,
      locale: 'en',
      timeZone: 'America/Vancouver' as TimeZone,
      createdAt: testNow(),
    });
    await insertMembers(tx, [{ id: memberId, displayName: 'Ada Admin', roles }], testNow());
  });
  return { agencyId, memberId, roles };
};

export const makeMember = async (db: Db, who: ActsIn, fields: Partial<NewMember> = {}): Promise<MemberId> => {
  const id = fields.id ?? newId.member();
  await inTx(db, who, (tx) =>
    insertMembers(tx, [{ displayName: `Member ${id.slice(-4)}`, ...fields, id }], testNow()),
  );
  return id;
};

export const makeTerm = async (
  db: Db,
  who: ActsIn,
  kind: TermKind,
  name: string,
  more: { readonly parentId?: TermId; readonly aliases?: readonly string[] } = {},
): Promise<TermId> => {
  const id = newId.term();
  await inTx(db, who, (tx) =>
    insertTerms(
      tx,
      [{ id, kind, name, parentId: more.parentId ?? null, aliases: more.aliases ?? [] }],
      testNow(),
    ),
  );
  return id;
};

export const makeProgram = async (
  db: Db,
  who: ActsIn,
  fields: Partial<NewProgram> = {},
): Promise<ProgramId> => {
  const id = fields.id ?? newId.program();
  await inTx(db, who, (tx) =>
    insertProgram(
      tx,
      {
        name: `Program ${id.slice(-6)}`,
        description: null,
        kind: 'mentoring',
        status: 'open',
        objective: 'served',
        consentOrder: 'mentor_first',
        weights: DEFAULT_WEIGHTS,
        rules: DEFAULT_RULES,
        agreementText: null,
        ...fields,
        id,
      },
      testNow(),
    ),
  );
  return id;
};

/** An open request of one seat; makes its member unless one is named. */
export const makeRequest = async (
  db: Db,
  who: ActsIn,
  fields: Partial<SavedRequest> & Pick<SavedRequest, 'programId'>,
): Promise<SavedRequest> => {
  const request: SavedRequest = {
    id: newId.request(),
    status: 'open',
    seats: 1,
    from: { occupationId: null, industryId: null },
    towards: { occupationId: null, industryId: null },
    goals: [],
    skills: [],
    industries: [],
    languages: [],
    mix: null,
    note: null,
    openedAt: testNow(),
    missedRounds: 0,
    ...fields,
    memberId: fields.memberId ?? (await makeMember(db, who, { roles: ['mentee'] })),
  };
  await inTx(db, who, (tx) => saveRequests(tx, [request], testNow()));
  return request;
};

/** An open offer of one seat; makes its member unless one is named. */
export const makeOffer = async (
  db: Db,
  who: ActsIn,
  fields: Partial<Offer> & Pick<Offer, 'programId'>,
): Promise<Offer> => {
  const offer: Offer = {
    id: newId.offer(),
    status: 'open',
    capacity: 1,
    goals: [],
    skills: [],
    industries: [],
    note: null,
    hoursPerMonth: null,
    ...fields,
    memberId: fields.memberId ?? (await makeMember(db, who, { roles: ['mentor'] })),
  };
  await inTx(db, who, (tx) => saveOffers(tx, [offer], testNow()));
  return offer;
};

/** A pairing as bare as may be, straight into its table: seat 1 of both sides, suggested, made by hand. */
export const makePairing = async (
  db: Db,
  who: ActsIn,
  of: {
    readonly request: Pick<SavedRequest, 'id' | 'programId'>;
    readonly offer: Pick<Offer, 'id'>;
    readonly requestSeat?: number;
    readonly offerSeat?: number;
    readonly status?: PairingStatus;
    readonly origin?: PairingOrigin;
  },
): Promise<PairingId> => {
  const id = newId.pairing();
  await inTx(db, who, (tx) =>
    tx.orm.insert(pairing).values({
      agencyId: tx.agencyId,
      id,
      programId: of.request.programId,
      requestId: of.request.id,
      requestSeat: of.requestSeat ?? 1,
      offerId: of.offer.id,
      offerSeat: of.offerSeat ?? 1,
      status: of.status ?? 'suggested',
      origin: of.origin ?? 'hand',
      reasons: [],
      createdAt: testNow(),
      updatedAt: testNow(),
    }),
  );
  return id;
};
