import { createDb, inTx } from '@trellis/db/client';
import { linkAccount } from '@trellis/db/members';
import { migrate } from '@trellis/db/migrate';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makeProgram,
  makeRequest,
  makeTerm,
  testNow,
} from '@trellis/db/testing-factories';
import type { AgencyId, MemberId, OfferId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { Role } from '@trellis/domain/members/roles';
import type { EmailAddress } from '@trellis/domain/text';
import { readEnv } from '../env.ts';
import { openLog } from '../log.ts';
import { createAuth } from '../sign-in/auth.ts';
import { createAccount } from '../sign-in/create-account.ts';
import type { Caller } from './calls.ts';

const PASSWORD = 'a storm is coming';
const MENTEES = 14;
const MENTORS = 6;
const STAFF = 3;
/** Mentors who sign in and answer. */
const ANSWERING = 2;

/** An agency with fewer seats than people who seek one, so that everybody wants the same. */
export interface World {
  readonly agencyId: AgencyId;
  readonly programId: ProgramId;
  readonly requests: readonly RequestId[];
  readonly offers: readonly OfferId[];
  readonly members: readonly MemberId[];
  /** Addresses to sign in with. */
  readonly staff: readonly string[];
  readonly mentors: readonly string[];
}

export const makeWorld = async (urls: {
  readonly appUrl: string;
  readonly ownerUrl: string;
}): Promise<World> => {
  await migrate(urls.ownerUrl, { appPassword: new URL(urls.appUrl).password });
  const db = createDb({ url: urls.appUrl, connections: 4 });
  try {
    const env = readEnv({
      DATABASE_URL: urls.appUrl,
      TRELLIS_AUTH_SECRET: 'only-for-the-storm-0123456789abcdef',
    });
    const auth = createAuth(db, env, openLog(env));
    const admin = await makeAgency(db, 'Storm');
    const signIn = async (memberId: MemberId, email: string) => {
      const accountId = await createAccount(auth, {
        email: email as EmailAddress,
        name: email,
        password: PASSWORD,
      });
      await inTx(db, admin, (tx) => linkAccount(tx, memberId, accountId, testNow()));
      return email;
    };
    const some = <T>(count: number, make: (n: number) => Promise<T>) =>
      Promise.all(Array.from({ length: count }, (_, n) => make(n)));
    const programId = await makeProgram(db, admin);
    const skill = await makeTerm(db, admin, 'skill', 'Seamanship');
    const staffRoles: readonly Role[] = ['admin', 'coordinator'];
    const staff = await some(STAFF, async (n) =>
      signIn(
        await makeMember(db, admin, { displayName: `Staff ${n}`, roles: staffRoles }),
        `staff-${n}@example.org`,
      ),
    );
    const requests = await some(MENTEES, () =>
      makeRequest(db, admin, { programId, skills: [{ termId: skill, need: 'nice' }] }),
    );
    const offers = await some(MENTORS, () =>
      makeOffer(db, admin, { programId, capacity: 2, skills: [skill] }),
    );
    const mentors = await Promise.all(
      offers.slice(0, ANSWERING).map(({ memberId }, n) => signIn(memberId, `mentor-${n}@example.org`)),
    );
    return {
      agencyId: admin.agencyId,
      programId,
      requests: requests.map(({ id }) => id),
      offers: offers.map(({ id }) => id),
      members: [...requests, ...offers].map(({ memberId }) => memberId),
      staff,
      mentors,
    };
  } finally {
    await db.close();
  }
};

/** Signs in as a person would. */
export const signIn = async (address: string, email: string): Promise<Caller> => {
  const response = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { name: email, cookie };
};
