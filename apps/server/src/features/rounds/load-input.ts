import { inRead } from '@trellis/db/client';
import { loadRoundRows } from '@trellis/db/round-inputs';
import type { ProgramId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { withoutWords } from '@trellis/matching/forget-member';
import type { RoundInput } from '@trellis/matching/round-input';
import type { Deps } from '../../deps.ts';

/** Five thousand people with all their lists are read in seconds; a slow disk may take longer. */
const STATEMENT_TIMEOUT_MS = 60_000;

/** All that a round of this program looks at, as this moment sees it. */
export const loadRoundInput = async (
  deps: Pick<Deps, 'db' | 'clock' | 'zones'>,
  actor: Pick<Actor, 'agencyId'>,
  programId: ProgramId,
): Promise<RoundInput> => {
  const rows = await inRead(deps.db, actor, (read) => loadRoundRows(read, programId), {
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
  const zones = rows.members.flatMap(({ profile }) => (profile.timeZone === null ? [] : [profile.timeZone]));
  return {
    programId,
    at: deps.clock.now(),
    zones: deps.zones.rulesFor(zones),
    ...rows,
    // No number comes from names and sentences: they do not stay behind in the round's snapshot.
    members: rows.members.map((one) => ({ ...one, profile: withoutWords(one.profile) })),
    requests: rows.requests.map((one) => ({ ...one, note: null })),
    offers: rows.offers.map((one) => ({ ...one, note: null })),
    // What staff decided by hand is a pairing, and holds its seats.
    fixed: [],
    waived: [],
  };
};
