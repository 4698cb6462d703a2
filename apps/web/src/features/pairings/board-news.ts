import type { MemberId, PairingId } from '@trellis/domain/ids';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import type { Instant } from '@trellis/domain/time';

/**
 * What somebody else did to a pairing while this board was open: `decided` a colleague, by name · `answered` one of the two ·
 * `moved` anything else, e.g. published or run out · `new` it was not on the board before.
 */
export interface News {
  readonly pairingId: PairingId;
  readonly kind: 'decided' | 'answered' | 'moved' | 'new';
  readonly by: string | null;
  readonly status: PairingStatus;
  readonly at: Instant;
}

/**
 * What changed between two looks at the board that I did not do myself.
 * @param mine pairings that I published, swapped or made just now: the board cannot tell that by a name
 * @param now when it was noticed, for changes that carry no moment of their own
 */
export const newsBetween = (
  before: readonly BoardPairing[],
  after: readonly BoardPairing[],
  me: { readonly memberId: MemberId; readonly mine: ReadonlySet<PairingId> },
  now: Instant,
): News[] => {
  const known = new Map(before.map((one) => [one.id, one]));
  return after.flatMap((one): News[] => {
    const last = known.get(one.id);
    const news = { pairingId: one.id, status: one.status, by: null, at: now };
    if (!last) return me.mine.has(one.id) ? [] : [{ ...news, kind: 'new' }];
    // What is shown before the server has said so has no version of its own yet.
    if (one.version === last.version) return [];
    if (one.decidedAt !== null && one.decidedAt !== last.decidedAt) {
      if (one.decidedById === me.memberId) return [];
      return [{ ...news, kind: 'decided', by: one.decidedBy, at: one.decidedAt }];
    }
    const said = one.asks.find(({ place, answer }) => answer !== null && answer !== answerOf(last, place));
    if (said) {
      const by = said.place === 'mentor' ? one.mentor : one.mentee;
      return [{ ...news, kind: 'answered', by, at: said.answeredAt ?? now }];
    }
    return one.status === last.status || me.mine.has(one.id) ? [] : [{ ...news, kind: 'moved' }];
  });
};

const answerOf = ({ asks }: BoardPairing, place: 'mentor' | 'mentee') =>
  asks.find((ask) => ask.place === place)?.answer ?? null;
