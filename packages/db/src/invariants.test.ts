import { randomUUID } from 'node:crypto';
import type { MemberId, OfferId, PairingId, SeparationId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { PAIRING_STATUSES, type PairingStatus } from '@trellis/domain/pairings/statuses';
import { TRANSITION_STEPS } from '@trellis/domain/pairings/transitions';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setCapacity } from './capacity.ts';
import { inRead, inTx, type Tx } from './client.ts';
import { brokenConstraint } from './constraint-errors.ts';
import { setMemberStatus } from './members.ts';
import { setOfferStatus } from './offers.ts';
import { setRequestStatus } from './requests.ts';
import { pairing } from './schema/pairings.ts';
import { separation } from './schema/separations.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';
import {
  makeAgency,
  makeOffer,
  makePairing,
  makeProgram,
  makeRequest,
  testNow,
} from './testing-factories.ts';

let database: TestDatabase;
let admin: Actor;
let programId: Awaited<ReturnType<typeof makeProgram>>;

beforeAll(async () => {
  database = await openTestDatabase({ connections: 12 });
});
afterAll(() => database.close());
beforeEach(async () => {
  admin = await makeAgency(database.db);
  programId = await makeProgram(database.db, admin);
});

const request = (more = {}) => makeRequest(database.db, admin, { programId, ...more });
const offer = (more = {}) => makeOffer(database.db, admin, { programId, ...more });
const pair = (of: Parameters<typeof makePairing>[2]) => makePairing(database.db, admin, of);
const write = <T>(work: (tx: Tx) => Promise<T>) => inTx(database.db, admin, work);

/** The rule a promise ran into, or null when it went through. */
const ruleOf = async (work: Promise<unknown>): Promise<string | null> => {
  try {
    await work;
    return null;
  } catch (error) {
    const broken = brokenConstraint(error);
    if (!broken) throw error;
    return broken.name;
  }
};

const step = (id: PairingId, from: PairingStatus, to: PairingStatus) =>
  write((tx) =>
    tx.orm
      .update(pairing)
      .set({ status: to, updatedAt: testNow() })
      .where(and(eq(pairing.agencyId, tx.agencyId), eq(pairing.id, id), eq(pairing.status, from)))
      .returning({ version: pairing.version }),
  );

const separate = (a: MemberId, b: MemberId) =>
  write((tx) =>
    tx.orm.insert(separation).values({
      agencyId: tx.agencyId,
      id: randomUUID() as SeparationId,
      lowMemberId: a < b ? a : b,
      highMemberId: a < b ? b : a,
      kind: 'never_pair',
      createdAt: testNow(),
    }),
  );

const seatsOf = (offerId: OfferId) =>
  inRead(database.db, admin, async (read) => {
    const rows = await read.orm
      .select({ seat: pairing.offerSeat })
      .from(pairing)
      .where(and(eq(pairing.agencyId, read.agencyId), eq(pairing.offerId, offerId)))
      .orderBy(pairing.offerSeat);
    return rows.map((row) => row.seat);
  });

describe('I1: capacity is never exceeded', () => {
  test('no seat beyond it, no seat twice, none where it is zero or unknown', async () => {
    const two = await offer({ capacity: 2 });
    expect(await ruleOf(pair({ request: await request(), offer: two, offerSeat: 3 }))).toBe(
      'pairing_capacity',
    );
    await pair({ request: await request(), offer: two, offerSeat: 1 });
    expect(await ruleOf(pair({ request: await request(), offer: two, offerSeat: 1 }))).toBe(
      'pairing_offer_seat_key',
    );
    expect(await ruleOf(pair({ request: await request(), offer: two, offerSeat: 0 }))).toBe(
      'pairing_seats_check',
    );
    expect(await ruleOf(pair({ request: await request(), offer: await offer({ capacity: 0 }) }))).toBe(
      'pairing_capacity',
    );
    const unknown = await offer({ capacity: null });
    expect(await ruleOf(pair({ request: await request(), offer: unknown }))).toBe('pairing_capacity_unknown');
    expect(
      await ruleOf(pair({ request: await request(), offer: unknown, origin: 'import', status: 'active' })),
    ).toBe(null);
  });

  test('twelve people race for three seats: three get one', async () => {
    const three = await offer({ capacity: 3 });
    const requests = await Promise.all(Array.from({ length: 12 }, () => request()));
    const answers = await Promise.all(
      requests.map((one, i) => ruleOf(pair({ request: one, offer: three, offerSeat: (i % 4) + 1 }))),
    );
    expect(answers.filter((answer) => answer === null)).toHaveLength(3);
    expect(await seatsOf(three.id)).toEqual([1, 2, 3]);
  });

  test('lowering keeps what is held, and moves high seats down where there is room', async () => {
    const four = await offer({ capacity: 4 });
    await pair({ request: await request(), offer: four, offerSeat: 2 });
    await pair({ request: await request(), offer: four, offerSeat: 4 });
    expect(await write((tx) => setCapacity(tx, four.id, 1, testNow()))).toEqual({ outcome: 'held', held: 2 });
    expect(
      await ruleOf(write((tx) => tx.orm.execute(sql`update offer set capacity = 3 where id = ${four.id}`))),
    ).toBe('offer_capacity_held');
    expect(await write((tx) => setCapacity(tx, four.id, 2, testNow()))).toEqual({ outcome: 'set' });
    expect(await seatsOf(four.id)).toEqual([1, 2]);
  });

  test('unknown again, then a number: the pairings that are there may still be renumbered', async () => {
    const three = await offer({ capacity: 3 });
    await pair({ request: await request(), offer: three, offerSeat: 3 });
    await write((tx) => setCapacity(tx, three.id, null, testNow()));
    expect(await write((tx) => setCapacity(tx, three.id, 1, testNow()))).toEqual({ outcome: 'set' });
    expect(await seatsOf(three.id)).toEqual([1]);
  });

  test('lowering and pairing race: never more held than there are', async () => {
    for (let round = 0; round < 8; round++) {
      const one = await offer({ capacity: 1 });
      const seeker = await request();
      const [paired, lowered] = await Promise.all([
        ruleOf(pair({ request: seeker, offer: one })),
        write((tx) => setCapacity(tx, one.id, 0, testNow())),
      ]);
      expect([paired, lowered.outcome]).toSatisfy(
        ([a, b]: [string | null, string]) =>
          (a === null && b === 'held') || (a === 'pairing_capacity' && b === 'set'),
      );
    }
  });
});

describe('I2: one live pairing per request seat', () => {
  test('of eight offers that race for one request exactly one gets it', async () => {
    const seeker = await request();
    const offers = await Promise.all(Array.from({ length: 8 }, () => offer()));
    const answers = await Promise.all(offers.map((one) => ruleOf(pair({ request: seeker, offer: one }))));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(new Set(answers.filter((answer) => answer !== null))).toEqual(
      new Set(['pairing_request_seat_key']),
    );
  });

  test('a second seat is another seat, but not for the same offer', async () => {
    const seeker = await request({ seats: 2 });
    const giver = await offer({ capacity: 5 });
    await pair({ request: seeker, offer: giver });
    expect(await ruleOf(pair({ request: seeker, offer: giver, requestSeat: 2, offerSeat: 2 }))).toBe(
      'pairing_couple_key',
    );
    const other = await offer();
    expect(await ruleOf(pair({ request: seeker, offer: other, requestSeat: 3 }))).toBe(
      'pairing_request_seats',
    );
    expect(await ruleOf(pair({ request: seeker, offer: other, requestSeat: 2 }))).toBe(null);
    expect(
      await ruleOf(write((tx) => tx.orm.execute(sql`update request set seats = 1 where id = ${seeker.id}`))),
    ).toBe('request_seats_held');
  });

  test('an ended pairing frees both seats', async () => {
    const seeker = await request();
    const giver = await offer();
    const first = await pair({ request: seeker, offer: giver });
    await step(first, 'suggested', 'dismissed');
    const second = await pair({ request: seeker, offer: giver });
    expect(await ruleOf(step(first, 'dismissed', 'suggested'))).toMatch(/^pairing_.*_key$/);
    await step(second, 'suggested', 'dismissed');
    expect(await ruleOf(step(first, 'dismissed', 'suggested'))).toBe(null);
  });
});

describe('I3: no double decision', () => {
  test('approve and dismiss race: one wins, the other changes no row', async () => {
    for (let round = 0; round < 6; round++) {
      const id = await pair({ request: await request(), offer: await offer() });
      const moved = await Promise.all([
        step(id, 'suggested', 'approved'),
        step(id, 'suggested', 'dismissed'),
      ]);
      expect(moved.map((rows) => rows.length).sort()).toEqual([0, 1]);
      expect(moved.flat()).toEqual([{ version: 2 }]);
    }
  });
});

describe('I12: who is separated is never paired', () => {
  test('in either order, and a separation waits until the live pairing has ended', async () => {
    const seeker = await request();
    const giver = await offer();
    await separate(giver.memberId, seeker.memberId);
    expect(await ruleOf(pair({ request: seeker, offer: giver }))).toBe('pairing_separated');

    const other = await offer();
    const id = await pair({ request: seeker, offer: other });
    expect(await ruleOf(separate(seeker.memberId, other.memberId))).toBe('separation_live_pairing');
    await step(id, 'suggested', 'ruled_out');
    await separate(seeker.memberId, other.memberId);
    expect(await ruleOf(step(id, 'ruled_out', 'suggested'))).toBe('pairing_separated');
  });

  test('separating and pairing race: never both', async () => {
    for (let round = 0; round < 10; round++) {
      const seeker = await request();
      const giver = await offer();
      const [paired, separated] = await Promise.all([
        ruleOf(pair({ request: seeker, offer: giver })),
        ruleOf(separate(seeker.memberId, giver.memberId)),
      ]);
      expect([paired, separated]).toSatisfy(
        ([a, b]: (string | null)[]) =>
          (a === null && b === 'separation_live_pairing') || (a === 'pairing_separated' && b === null),
      );
    }
  });

  test('nobody is paired with themselves', async () => {
    const seeker = await request();
    const own = await offer({ memberId: seeker.memberId });
    expect(await ruleOf(pair({ request: seeker, offer: own }))).toBe('pairing_self');
  });
});

describe('I13: only legal transitions', () => {
  test('every status to every status goes as the table says', async () => {
    const legal = new Set(TRANSITION_STEPS.map(({ from, to }) => `${from}>${to}`));
    const undo = new Error('undo');
    const tryStep = (tx: Tx, id: PairingId, to: PairingStatus) =>
      tx.orm
        .transaction(async (savepoint) => {
          await savepoint.update(pairing).set({ status: to }).where(eq(pairing.id, id));
          throw undo;
        })
        .catch((error: unknown) => error === undo || brokenConstraint(error)?.name);
    for (const from of PAIRING_STATUSES) {
      const id = await pair({
        request: await request(),
        offer: await offer(),
        status: from,
        origin: 'import',
      });
      await write(async (tx) => {
        for (const to of PAIRING_STATUSES) {
          const expected = to === from || legal.has(`${from}>${to}`) || 'pairing_transition';
          expect([from, to, await tryStep(tx, id, to)]).toEqual([from, to, expected]);
        }
      });
    }
  });

  test('it begins suggested or approved, unless it was decided elsewhere', async () => {
    const seeker = await request();
    const giver = await offer();
    expect(await ruleOf(pair({ request: seeker, offer: giver, status: 'active' }))).toBe('pairing_start');
    expect(await ruleOf(pair({ request: seeker, offer: giver, status: 'active', origin: 'import' }))).toBe(
      null,
    );
  });

  test('it stays with its request and its offer', async () => {
    const id = await pair({ request: await request(), offer: await offer() });
    const other = await offer();
    expect(
      await ruleOf(
        write((tx) => tx.orm.execute(sql`update pairing set offer_id = ${other.id} where id = ${id}`)),
      ),
    ).toBe('pairing_identity');
  });
});

describe('I14: who has left holds nothing', () => {
  test('leaving is refused while something is open, and goes in one transaction', async () => {
    const seeker = await request();
    const giver = await offer();
    const id = await pair({ request: seeker, offer: giver });
    const leave = (tx: Tx) =>
      setMemberStatus(tx, seeker.memberId, { from: ['active'], to: 'withdrawn' }, testNow());
    expect(await ruleOf(write(leave))).toBe('member_leaves_open');
    await write(async (tx) => {
      await leave(tx);
      await setRequestStatus(tx, [seeker.id], { from: ['open'], to: 'withdrawn' }, testNow());
      await tx.orm.update(pairing).set({ status: 'withdrawn' }).where(eq(pairing.id, id));
    });
    expect(
      await ruleOf(
        write((tx) => setRequestStatus(tx, [seeker.id], { from: ['withdrawn'], to: 'open' }, testNow())),
      ),
    ).toBe('request_member_gone');
    expect(await ruleOf(pair({ request: seeker, offer: giver }))).toBe('pairing_member_gone');
    expect(await ruleOf(offer({ memberId: seeker.memberId }))).toBe('offer_member_gone');
  });

  test('leaving and being paired race: never both', async () => {
    for (let round = 0; round < 10; round++) {
      const seeker = await request();
      const giver = await offer();
      const [paired, left] = await Promise.all([
        ruleOf(pair({ request: seeker, offer: giver })),
        ruleOf(
          write(async (tx) => {
            await setMemberStatus(tx, giver.memberId, { from: ['active'], to: 'erased' }, testNow());
            await setOfferStatus(tx, [giver.id], { from: ['open'], to: 'closed' }, testNow());
          }),
        ),
      ]);
      expect([paired, left]).toSatisfy(
        ([a, b]: (string | null)[]) =>
          (a === null && b === 'member_leaves_open') || (a === 'pairing_member_gone' && b === null),
      );
    }
  });

  test('who has left comes in by no open door', async () => {
    const giver = await offer({ status: 'closed' });
    await write((tx) =>
      setMemberStatus(tx, giver.memberId, { from: ['active'], to: 'withdrawn' }, testNow()),
    );
    expect(
      await ruleOf(
        write((tx) => setOfferStatus(tx, [giver.id], { from: ['closed'], to: 'open' }, testNow())),
      ),
    ).toBe('offer_member_gone');
  });
});
