import type { PairingId } from '@trellis/domain/ids';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import { useState } from 'react';

/** Whether something can be done with it together with others: once people were told, each is looked at alone. */
export const isSelectable = ({ status }: BoardPairing): boolean =>
  status === 'suggested' || status === 'approved' || status === 'dismissed' || status === 'ruled_out';

/** Which pairings are selected, of those that are shown; with a range from the one selected before. */
export function useBoardSelection(shown: readonly BoardPairing[]) {
  const [selected, setSelected] = useState<ReadonlySet<PairingId>>(new Set());
  const [anchor, setAnchor] = useState<PairingId | null>(null);
  return {
    selected,
    chosen: shown.filter((one) => selected.has(one.id) && isSelectable(one)),
    select(id: PairingId, range: boolean) {
      const from = shown.findIndex((one) => one.id === anchor);
      const to = shown.findIndex((one) => one.id === id);
      const next = new Set(selected);
      if (range && from >= 0) {
        for (const one of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one.id);
      } else if (!next.delete(id)) next.add(id);
      setSelected(next);
      setAnchor(id);
    },
    selectAll: () => setSelected(new Set(shown.filter(isSelectable).map(({ id }) => id))),
    selectNone: () => setSelected(new Set()),
  };
}
