import type { AgencyId, MemberId } from '../ids.ts';
import type { Role } from './roles.ts';

/** Who is acting: always one member of one agency, taken from the session and never from input. */
export interface Actor {
  readonly agencyId: AgencyId;
  readonly memberId: MemberId;
  readonly roles: readonly Role[];
}
