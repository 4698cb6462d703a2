import { useNavigate, useSearch } from '@tanstack/react-router';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import { useEffect, useRef, useState } from 'react';
import { type BoardFilter, filterOf, firstState, searchOf } from './board-filter.ts';

/** What the board shows, remembered in the address so that it can be sent on and comes back with "back". */
export function useBoardFilter(
  pairings: readonly BoardPairing[] | undefined,
): [BoardFilter, (filter: BoardFilter) => void] {
  const search = useSearch({ from: '/staff/programs/$programId/board' });
  const navigate = useNavigate({ from: '/programs/$programId/board' });
  const [chosen, setChosen] = useState<BoardFilter | null>(null);
  /** Stays as the board was found, so that deciding on the last one does not change what is shown. */
  const first = useRef<ReturnType<typeof firstState> | null>(null);
  if (pairings && first.current === null) first.current = firstState(pairings);
  const filter = chosen ?? filterOf(search, first.current ?? 'open');

  useEffect(() => {
    if (chosen) void navigate({ search: searchOf(chosen), replace: true, resetScroll: false });
  }, [chosen, navigate]);
  return [filter, setChosen];
}
