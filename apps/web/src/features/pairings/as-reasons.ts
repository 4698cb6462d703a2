import type { Reason as DomainReason, ReasonCode } from '@trellis/domain/fit/reason';
import type { Reason } from '../../ui/reason-list.tsx';

const KINDS: Partial<Record<ReasonCode, Reason['kind']>> = {
  bridge: 'news',
  neighboring_move: 'news',
  little_known: 'care',
  little_in_common: 'care',
};

/** Domain's reasons as the list shows them, in the order they come. */
export const asReasons = (
  reasons: readonly DomainReason[],
  say: (reason: DomainReason) => string,
): Reason[] =>
  reasons.map((reason, i) => ({
    id: `${i}-${reason.code}`,
    kind: KINDS[reason.code] ?? 'shared',
    text: say(reason),
  }));
