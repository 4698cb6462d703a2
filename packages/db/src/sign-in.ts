import type { AccountId, AgencyId, MemberId } from '@trellis/domain/ids';
import { eq } from 'drizzle-orm';
import { type Db, inNoAgency, type Orm } from './client.ts';
import { signInMembership } from './schema/members.ts';
import { signInAccount, signInSession, signInUser, signInVerification } from './schema/sign-in.ts';

/**
 * What better-auth's drizzle adapter needs: `drizzleAdapter(store.orm, { provider: 'pg', schema: store.schema })`.
 * It runs without an agency, so it sees the sign-in tables and no tenant row.
 */
export const signInStore = (db: Db) => ({
  orm: db.orm as Orm,
  schema: {
    user: signInUser,
    session: signInSession,
    account: signInAccount,
    verification: signInVerification,
  },
});

export interface Membership {
  readonly agencyId: AgencyId;
  readonly memberId: MemberId;
}

/** The agencies an account opens, and as whom. Whether that member may still come in is for the caller to read. */
export const membershipsOf = (db: Db, accountId: AccountId): Promise<readonly Membership[]> =>
  inNoAgency(db, (orm) =>
    orm
      .select({ agencyId: signInMembership.agencyId, memberId: signInMembership.memberId })
      .from(signInMembership)
      .where(eq(signInMembership.accountId, accountId))
      .orderBy(signInMembership.agencyId),
  );
