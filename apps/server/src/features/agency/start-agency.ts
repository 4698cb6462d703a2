import { insertAgency, listAgencies } from '@trellis/db/agencies';
import { appendAudit } from '@trellis/db/audit';
import { inTx } from '@trellis/db/client';
import { insertMembers } from '@trellis/db/members';
import { insertTerms } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { AgencyId, MemberId, TermId } from '@trellis/domain/ids';
import { rowsOfOutline } from '@trellis/domain/taxonomy/starter/rows-of-outline';
import { STARTER_TAXONOMY } from '@trellis/domain/taxonomy/starter/starter-taxonomy';
import type { EmailAddress } from '@trellis/domain/text';
import type { Locale, TimeZone } from '@trellis/domain/time';
import type { Deps } from '../../deps.ts';
import { createAccount } from '../../sign-in/create-account.ts';

export interface StartAgency {
  readonly name: string;
  readonly admin: string;
  readonly email: EmailAddress;
  readonly password: string;
  readonly locale: Locale;
  readonly timeZone: TimeZone;
}

/** A new agency with the starter taxonomy and its first admin, who can sign in. For the terminal: nobody is signed in yet. */
export const startAgency = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'auth'>,
  input: StartAgency,
): Promise<Decision<{ readonly agencyId: AgencyId }, Refusal<'name_taken'>>> => {
  if ((await listAgencies(deps.db)).some(({ name }) => name === input.name)) {
    return refuse('name_taken', { name: input.name });
  }
  const agencyId = deps.ids.next() as AgencyId;
  const adminId = deps.ids.next() as MemberId;
  const now = deps.clock.now();
  const accountId = await createAccount(deps.auth, {
    email: input.email,
    name: input.admin,
    password: input.password,
  });
  await inTx(deps.db, { agencyId, memberId: null }, async (tx) => {
    const { name, locale, timeZone } = input;
    await insertAgency(tx, { name, locale, timeZone, createdAt: now });
    await insertMembers(
      tx,
      [
        {
          id: adminId,
          accountId,
          displayName: input.admin,
          email: input.email,
          timeZone,
          roles: ['coordinator', 'admin'],
        },
      ],
      now,
    );
    const terms = rowsOfOutline(STARTER_TAXONOMY, () => deps.ids.next() as TermId);
    await insertTerms(tx, terms, now);
    await appendAudit(tx, { action: 'agency.started', subjectKind: 'agency', subjectId: agencyId });
  });
  return accept({ agencyId });
};
