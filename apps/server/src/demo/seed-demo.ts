import { insertAgency, listAgencies } from '@trellis/db/agencies';
import { appendAudit } from '@trellis/db/audit';
import { inTx, type Tx } from '@trellis/db/client';
import { findMemberByEmail, insertMembers, linkAccount, type NewMember } from '@trellis/db/members';
import { saveOffers } from '@trellis/db/offers';
import { saveProfileParts } from '@trellis/db/profile-parts';
import { insertProgram, type NewProgram } from '@trellis/db/programs';
import { saveRequests } from '@trellis/db/requests';
import { insertTerms, listAliases } from '@trellis/db/taxonomy';
import { replaceWishes } from '@trellis/db/wishes';
import type { AgencyId, MemberId, OfferId, ProgramId, RequestId, TermId } from '@trellis/domain/ids';
import { DEFAULT_RULES, DEFAULT_WEIGHTS } from '@trellis/domain/programs/settings';
import { rowsOfOutline } from '@trellis/domain/taxonomy/starter/rows-of-outline';
import { STARTER_TAXONOMY } from '@trellis/domain/taxonomy/starter/starter-taxonomy';
import type { EmailAddress } from '@trellis/domain/text';
import type { Instant, TimeZone } from '@trellis/domain/time';
import type { Deps } from '../deps.ts';
import { createAccount } from '../sign-in/create-account.ts';
import { demoEmail, memberRow, offerRow, profileRows, requestRow } from './demo-rows.ts';
import { type TermNamed, termsNamed } from './demo-terms.ts';
import { demoMenteesAutumn } from './mentees-autumn.ts';
import { demoMenteesSpring } from './mentees-spring.ts';
import { demoMenteesWinter } from './mentees-winter.ts';
import { demoMentors } from './mentors.ts';
import { demoOwnTerms } from './own-terms.ts';
import type { DemoMentee, DemoMentor } from './person.ts';
import { demoSignIns } from './sign-ins.ts';

const DAY_MS = 86_400_000;

/** When the round of the program that is over ran. */
export const SPRING_DAYS_AGO = 250;

/** The demo agency's ids, for what is done with it afterwards. */
export interface DemoAgency {
  readonly agencyId: AgencyId;
  readonly carla: MemberId;
  readonly noah: MemberId;
  readonly spring: ProgramId;
  readonly autumn: ProgramId;
  readonly winter: ProgramId;
}

/** An empty database gets the demo agency; null, and nothing done, when there is an agency already. */
export const seedDemo = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'auth'>,
): Promise<DemoAgency | null> => {
  if ((await listAgencies(deps.db)).length > 0) return null;
  const id = <T extends string>() => deps.ids.next() as T;
  const demo: DemoAgency = {
    agencyId: id(),
    carla: id(),
    noah: id(),
    spring: id(),
    autumn: id(),
    winter: id(),
  };
  const now = deps.clock.now();
  await inTx(deps.db, { agencyId: demo.agencyId, memberId: null }, async (tx) => {
    await insertAgency(tx, {
      name: 'Second Spring Careers',
      locale: 'en',
      timeZone: 'Europe/Berlin' as TimeZone,
      createdAt: now,
    });
    await insertMembers(tx, staff(demo), now);
    await insertTerms(
      tx,
      rowsOfOutline([...STARTER_TAXONOMY, ...demoOwnTerms], () => id<TermId>()),
      now,
    );
    const term = termsNamed(await listAliases(tx));
    for (const program of programs(demo)) await insertProgram(tx, program, now);
    await plantPeople(tx, demo, term, deps, now);
    await appendAudit(tx, { action: 'agency.started', subjectKind: 'agency', subjectId: demo.agencyId });
  });
  await giveSignIns(deps, demo, now);
  return demo;
};

const staff = (demo: DemoAgency): readonly NewMember[] =>
  [
    { id: demo.carla, displayName: 'Carla Reyes', roles: ['coordinator', 'admin'] as const },
    { id: demo.noah, displayName: 'Noah Fischer', roles: ['coordinator'] as const },
  ].map((member) => ({
    ...member,
    email: demoEmail(member.displayName),
    timeZone: 'Europe/Berlin' as TimeZone,
    country: 'DE',
  }));

const programs = (demo: DemoAgency): readonly NewProgram[] => {
  const common = {
    kind: 'mentoring',
    status: 'open',
    consentOrder: 'mentor_first',
    weights: DEFAULT_WEIGHTS,
    rules: { ...DEFAULT_RULES, maxTimeZoneHours: 9 },
    agreementText:
      'We meet every other week for three months, forty-five minutes each. What we say stays between us. Either of us may stop at any time, without giving a reason.',
  } as const;
  return [
    {
      ...common,
      id: demo.spring,
      name: 'New paths, spring',
      description: 'The first of its kind here; it is over.',
      objective: 'served',
    },
    {
      ...common,
      id: demo.autumn,
      name: 'New paths, autumn',
      description: 'Six months beside somebody who has made the move already.',
      objective: 'served',
    },
    {
      ...common,
      id: demo.winter,
      name: 'New paths, winter',
      description: 'For people who begin something new this winter.',
      objective: 'fair',
    },
  ];
};

const plantPeople = async (
  tx: Tx,
  demo: DemoAgency,
  term: TermNamed,
  deps: Pick<Deps, 'ids'>,
  now: Instant,
): Promise<void> => {
  const id = <T extends string>() => deps.ids.next() as T;
  const mentors = demoMentors.map((person) => ({ person, memberId: id<MemberId>() }));
  const spring = demoMenteesSpring.map((person) => ({ person, memberId: id<MemberId>() }));
  const autumn = demoMenteesAutumn.map((person) => ({ person, memberId: id<MemberId>() }));
  const winter = demoMenteesWinter.map((person) => ({ person, memberId: id<MemberId>() }));
  const mentees = [...spring, ...autumn, ...winter];
  await insertMembers(
    tx,
    [
      ...mentors.map(({ person, memberId }) => memberRow(person, memberId, 'mentor')),
      ...mentees.map(({ person, memberId }) => memberRow(person, memberId, 'mentee')),
    ],
    now,
  );
  await saveProfileParts(
    tx,
    [...mentors, ...mentees].map(({ person, memberId }) => profileRows(person, memberId, term, deps.ids)),
  );
  const offersIn = (programId: ProgramId, who: typeof mentors) =>
    who.map(({ person, memberId }: { person: DemoMentor; memberId: MemberId }) =>
      offerRow(person, { id: id<OfferId>(), programId, memberId }, term),
    );
  // Those who take people in winter are a little fewer than those who ask: a shortage one can look at.
  const winterOffers = offersIn(
    demo.winter,
    mentors.filter((_, i) => i % 3 !== 1),
  ).map((offer) => ({
    ...offer,
    capacity: offer.capacity === null ? null : Math.min(offer.capacity, 1),
  }));
  // Who signs in as a mentor has nothing behind them yet.
  const springOffers = offersIn(demo.spring, mentors.slice(1));
  await saveOffers(tx, [...springOffers, ...offersIn(demo.autumn, mentors), ...winterOffers], now);
  const requestsIn = (programId: ProgramId, who: typeof autumn) =>
    who.map(({ person, memberId }: { person: DemoMentee; memberId: MemberId }, i) =>
      requestRow(
        person,
        { id: id<RequestId>(), programId, memberId, openedAt: daysBefore(now, 3 + ((i * 7) % 40)) },
        term,
      ),
    );
  const winterRequests = requestsIn(demo.winter, winter);
  const springRequests = requestsIn(demo.spring, spring).map((request) => ({
    ...request,
    openedAt: daysBefore(now, SPRING_DAYS_AGO + 10),
  }));
  await saveRequests(tx, [...springRequests, ...requestsIn(demo.autumn, autumn), ...winterRequests], now);
  await plantWishes(tx, demo, winterRequests, winterOffers);
};

/** A few winter mentees have looked around and named somebody. */
const plantWishes = async (
  tx: Tx,
  demo: DemoAgency,
  requests: readonly { readonly id: RequestId }[],
  offers: readonly { readonly id: OfferId }[],
): Promise<void> => {
  const wishing = requests.filter((_, i) => i % 6 === 0);
  await replaceWishes(
    tx,
    demo.winter,
    wishing.map(({ id }) => id),
    wishing.flatMap(({ id }, i) =>
      [0, 1].map((rank) => ({
        requestId: id,
        offerId: offers[(i * 5 + rank * 3) % offers.length]!.id,
        rank: rank + 1,
        line: rank === 0 ? 'Your note made me smile, and you have made the move I am thinking about.' : null,
      })),
    ),
  );
};

const giveSignIns = async (
  deps: Pick<Deps, 'db' | 'auth'>,
  demo: DemoAgency,
  now: Instant,
): Promise<void> => {
  for (const { email, password, label } of demoSignIns) {
    const accountId = await createAccount(deps.auth, { email: email as EmailAddress, name: label, password });
    await inTx(deps.db, { agencyId: demo.agencyId, memberId: null }, async (tx) => {
      const member = await findMemberByEmail(tx, email);
      if (!member) throw new Error(`the demo agency has no member with the address ${email}`);
      await linkAccount(tx, member.id, accountId, now);
    });
  }
};

/** So many days before that moment. */
export const daysBefore = (now: Instant, days: number): Instant =>
  new Date(Date.parse(now) - days * DAY_MS).toISOString() as Instant;
