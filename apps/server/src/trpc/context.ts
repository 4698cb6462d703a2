// Declares `request.cookies`, also for the web, which reads the router's types without the rest of the server.
import type {} from '@fastify/cookie';
import { type Agency, getAgency } from '@trellis/db/agencies';
import { inRead } from '@trellis/db/client';
import { findMember, type Member } from '@trellis/db/members';
import { membershipsOf } from '@trellis/db/sign-in';
import type { AccountId } from '@trellis/domain/ids';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';

/** An account and, where it is a member who may come in, as whom and where. */
export interface Visitor {
  readonly account: { readonly id: AccountId; readonly email: string; readonly name: string };
  readonly membership: { readonly member: Member; readonly agency: Agency } | null;
}

export interface Context {
  readonly deps: Deps;
  readonly request: FastifyRequest;
  /** Read once per HTTP request, however many calls it carries. */
  readonly visitor: () => Promise<Visitor | null>;
  /** Counts one call of this visitor; false when it was one too many. */
  readonly withinLimit: () => Promise<boolean>;
}

/** Cookie by which an account with several agencies says which one it works in. */
export const AGENCY_COOKIE = 'trellis-agency';

/** Who is asking: the session's account, then the member it is in the chosen (else the first) agency. */
export const findVisitor = async (deps: Deps, request: FastifyRequest): Promise<Visitor | null> => {
  const session = await deps.auth.api.getSession({ headers: fromNodeHeaders(request.headers) });
  if (!session) return null;
  const account = { id: session.user.id as AccountId, email: session.user.email, name: session.user.name };
  const memberships = await membershipsOf(deps.db, account.id);
  const chosen = request.cookies[AGENCY_COOKIE];
  const membership = memberships.find(({ agencyId }) => agencyId === chosen) ?? memberships[0];
  if (!membership) return { account, membership: null };
  return inRead(deps.db, membership, async (read) => {
    const member = await findMember(read, membership.memberId);
    const mayEnter = member && (member.status === 'active' || member.status === 'paused');
    return { account, membership: mayEnter ? { member, agency: await getAgency(read) } : null };
  });
};
