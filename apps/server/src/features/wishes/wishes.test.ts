import { listAudit } from '@trellis/db/audit';
import { inRead, inTx } from '@trellis/db/client';
import { updateMember } from '@trellis/db/members';
import { type ProfileParts, saveProfileParts } from '@trellis/db/profile-parts';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makePairing,
  makeProgram,
  makeRequest,
  makeTerm,
  newId,
  testNow,
} from '@trellis/db/testing-factories';
import type { ProgramId, RequestId, TermId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { Offer } from '@trellis/domain/offers/offer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Caller, openTestServer, type TestServer } from '../../testing.ts';

let server: TestServer;
let carla: Actor;
let maya: Actor;
let asCarla: Caller;
let asMaya: Caller;
let goal: TermId;
let programId: ProgramId;
let requestId: RequestId;
const db = () => server.deps.db;

beforeAll(async () => {
  server = await openTestServer();
  carla = await makeAgency(db());
  asCarla = await server.callAs(carla);
  goal = await makeTerm(db(), carla, 'goal', 'Change career');
});
beforeEach(async () => {
  maya = {
    agencyId: carla.agencyId,
    memberId: await makeMember(db(), carla, { displayName: 'Maya', roles: ['mentee'] }),
    roles: ['mentee'],
  };
  asMaya = await server.callAs(maya);
  programId = await makeProgram(db(), carla);
  requestId = (await makeRequest(db(), carla, { programId, memberId: maya.memberId, goals: [goal] })).id;
});
afterAll(() => server.close());

/** A mentor with an open offer for one, unless told otherwise. */
const mentor = async (
  displayName: string,
  offer: Partial<Offer> = {},
  parts: ProfileParts = {},
): Promise<Offer> => {
  const memberId = await makeMember(db(), carla, { displayName, roles: ['mentor'] });
  await inTx(db(), carla, (tx) => saveProfileParts(tx, [{ memberId, parts }]));
  return makeOffer(db(), carla, { programId, memberId, goals: [goal], ...offer });
};
const namesOf = async () => (await asMaya.wishes.browse({ requestId })).mentors.map(({ name }) => name);
const taken = async (offer: Offer, status: 'suggested' | 'invited' | 'meeting') =>
  makePairing(db(), carla, {
    request: await makeRequest(db(), carla, { programId }),
    offer,
    status,
    origin: 'import',
  });

test('only open offers with room, as far as members may know', async () => {
  await mentor('Has room');
  await mentor('No number', { capacity: null });
  await mentor('None', { capacity: 0 });
  await mentor('A draft', { status: 'draft' });
  await mentor('Resting', { status: 'paused' });
  await mentor('Closed', { status: 'closed' });
  await taken(await mentor('Full'), 'meeting');
  await taken(await mentor('Asked just now'), 'invited');
  // A suggestion is nobody's to know: it takes no room that a member could miss.
  await taken(await mentor('Only suggested'), 'suggested');
  await makeOffer(db(), carla, { programId, memberId: maya.memberId });
  await makeOffer(db(), carla, { programId: await makeProgram(db(), carla) });
  expect((await namesOf()).sort()).toEqual(['Has room', 'Only suggested']);
});

test('those kept apart are never shown, in whichever order they were named, and cannot be wished for', async () => {
  const first = await mentor('Never pair');
  const second = await mentor('The other way round');
  const rest = await mentor('Somebody else');
  await asCarla.separations.make({ memberA: maya.memberId, memberB: first.memberId, why: null });
  await asCarla.separations.make({ memberA: second.memberId, memberB: maya.memberId, why: null });
  expect(await namesOf()).toEqual(['Somebody else']);
  for (const { id } of [first, second]) {
    await expect(
      asMaya.wishes.save({ requestId, wishes: [{ offerId: id, line: null }] }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  await asMaya.wishes.save({ requestId, wishes: [{ offerId: rest.id, line: 'She listens.' }] });
});

test('whom one meets already is not offered once more, an invitation that is under way is not given away', async () => {
  const met = await mentor('Met', { capacity: 3 });
  const asked = await mentor('Asked', { capacity: 3 });
  const earlier = await makeRequest(db(), carla, { programId, memberId: maya.memberId, seats: 2 });
  await makePairing(db(), carla, { request: earlier, offer: met, status: 'meeting', origin: 'import' });
  await makePairing(db(), carla, {
    request: earlier,
    requestSeat: 2,
    offer: asked,
    status: 'invited',
    origin: 'import',
  });
  expect(await namesOf()).toEqual(['Asked']);
});

test('a card shows what its mentor shows to somebody proposed, and nothing else', async () => {
  const secret = await makeTerm(db(), carla, 'skill', 'Secretly good at this');
  const trade = await makeTerm(db(), carla, 'industry', 'A trade left behind');
  const shy = await mentor(
    'Shy',
    { note: 'Said in the offer' },
    {
      skills: [{ termId: secret, level: 5 }],
      industries: [{ termId: trade, years: 9 }],
      languages: ['so'],
      career: [
        {
          id: newId.careerStep(),
          occupationId: null,
          industryId: trade,
          employer: 'Employer of before',
          fromYear: 2001,
          toYear: null,
        },
      ],
      visibility: {
        about: 'agency',
        skills: 'paired',
        industries: 'self',
        career: 'agency',
        languages: 'self',
      },
    },
  );
  await inTx(db(), carla, (tx) =>
    updateMember(
      tx,
      shy.memberId,
      {
        headline: 'Shown to everybody proposed',
        about: 'About for the agency',
        employer: 'Employer of now',
        boundaries: 'Not this, please',
      },
      testNow(),
    ),
  );
  // She asks for exactly what is kept back: an answer may not confirm it.
  await asMaya.requests.save({
    requestId,
    change: { skills: [{ termId: secret, need: 'nice' }], industries: [trade], languages: [] },
  });
  const list = await asMaya.wishes.browse({ requestId });
  expect(list.mentors).toMatchObject([
    {
      name: 'Shy',
      headline: 'Shown to everybody proposed',
      about: null,
      note: 'Said in the offer',
      skills: [],
      industries: [],
      languages: [],
      bridge: false,
    },
  ]);
  const told = JSON.stringify(list);
  for (const kept of [
    secret,
    trade,
    'Secretly good',
    'left behind',
    'for the agency',
    'Employer',
    'Not this',
    '"so"',
    'capacity',
    shy.memberId,
  ]) {
    expect(told).not.toContain(kept);
  }
});

test('among the first there is one who brings news, when anybody does', async () => {
  const field = async (name: string) => {
    const parentId = await makeTerm(db(), carla, 'industry', name);
    return makeTerm(db(), carla, 'industry', `${name}, a part`, { parentId });
  };
  const [home, near, far, farther] = [
    await field('Home'),
    await field('Near'),
    await field('Far'),
    await field('Farther'),
  ];
  const worked = (...at: TermId[]): ProfileParts => ({
    industries: at.map((termId) => ({ termId, years: 5 })),
  });
  await inTx(db(), carla, (tx) =>
    saveProfileParts(tx, [{ memberId: maya.memberId, parts: worked(home, near) }]),
  );
  const skill = await makeTerm(db(), carla, 'skill', 'Asked for');
  await asMaya.requests.save({ requestId, change: { skills: [{ termId: skill, need: 'nice' }], mix: 0 } });
  for (let i = 0; i < 8; i += 1) await mentor(`Alike ${i}`, { skills: [skill] }, worked(home, near));
  await mentor('Brings news', { goals: [] }, worked(home, far, farther));
  const { mentors } = await asMaya.wishes.browse({ requestId });
  expect(mentors).toHaveLength(9);
  expect(mentors.findIndex(({ bridge }) => bridge)).toBe(5);
  expect(mentors[5]).toMatchObject({ name: 'Brings news' });
  // By fit alone they would have come last.
  expect(mentors.slice(0, 5).every(({ name }) => name.startsWith('Alike'))).toBe(true);
});

test('wishes are kept in their order, at most five, each mentor once; staff may write them down for somebody', async () => {
  const offers = await Promise.all(['A', 'B', 'C', 'D', 'E', 'F'].map((name) => mentor(name)));
  const wish = ({ id }: Offer) => ({ offerId: id, line: null });
  await asMaya.wishes.save({ requestId, wishes: [wish(offers[1]!), wish(offers[0]!)] });
  expect((await asMaya.wishes.browse({ requestId })).wishes.map((one) => one.mentor)).toEqual(['B', 'A']);
  for (const wishes of [offers.map(wish), [wish(offers[0]!), wish(offers[0]!)]]) {
    await expect(asMaya.wishes.save({ requestId, wishes })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  }
  await asCarla.wishes.save({ requestId, wishes: [wish(offers[2]!)] });
  const [line] = await inRead(db(), carla, (read) => listAudit(read, { limit: 1 }));
  expect(line).toMatchObject({ action: 'request.wished', actorId: carla.memberId, subjectId: requestId });
  // Who was wished for while there was room stays, also when the room is gone.
  await taken(offers[2]!, 'meeting');
  await asMaya.wishes.save({ requestId, wishes: [wish(offers[2]!), wish(offers[3]!)] });
  expect((await asMaya.requests.one({ requestId })).wishes.map((one) => one.mentor)).toEqual(['C', 'D']);
});

test('nobody else browses or wishes for her, and no offer of another program or agency is taken', async () => {
  const { id: offerId } = await mentor('Has room');
  const noor = await makeMember(db(), carla, { displayName: 'Noor', roles: ['mentee'] });
  const asNoor = await server.callAs({ ...maya, memberId: noor });
  const stranger = await makeAgency(db(), 'Elsewhere');
  const asStranger = await server.callAs(stranger);
  const notFound = { code: 'NOT_FOUND' };
  for (const other of [asNoor, asStranger]) {
    await expect(other.wishes.browse({ requestId })).rejects.toMatchObject(notFound);
    await expect(other.wishes.save({ requestId, wishes: [{ offerId, line: null }] })).rejects.toMatchObject(
      notFound,
    );
  }
  const elsewhere = await makeOffer(db(), stranger, { programId: await makeProgram(db(), stranger) });
  const otherProgram = await makeOffer(db(), carla, { programId: await makeProgram(db(), carla) });
  for (const { id } of [elsewhere, otherProgram]) {
    await expect(
      asMaya.wishes.save({ requestId, wishes: [{ offerId: id, line: null }] }),
    ).rejects.toMatchObject(notFound);
  }
});
