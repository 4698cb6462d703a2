import type { PairingId } from '@trellis/domain/ids';
import type { BoardPairing, BoardView } from '@trellis/domain/pairings/views';
import type { Instant } from '@trellis/domain/time';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMemberSession } from '../../api/session.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { type News, newsBetween } from './board-news.ts';
import { useNewsWords } from './use-news-words.ts';

/** How long what I did myself may take to arrive from the server without being news. Milliseconds. */
const OWN_FOR = 15_000;

/**
 * What others do to the board while it is open: each row keeps its news until it is opened, and a sentence is read out
 * politely. Nothing takes the focus.
 */
export function useBoardNews(board: BoardView | undefined) {
  const t = useTranslations('pairings.news');
  const { member } = useMemberSession();
  const announce = useAnnounce();
  const say = useNewsWords();
  const [news, setNews] = useState<ReadonlyMap<PairingId, News>>(new Map());
  const last = useRef<BoardView | undefined>(undefined);
  const mine = useRef(new Set<PairingId>());

  useEffect(() => {
    const before = last.current;
    last.current = board;
    // A new round is a new board: all of it is new, and nothing of it is news.
    if (!board || !before || board === before || board.round?.id !== before.round?.id) return;
    const now = new Date();
    const found = newsBetween(
      before.pairings,
      board.pairings,
      { memberId: member.id, mine: mine.current },
      now.toISOString() as Instant,
    );
    if (found.length === 0) return;
    setNews((known) => new Map([...known, ...found.map((one) => [one.pairingId, one] as const)]));
    const [first] = found;
    const pairing = board.pairings.find(({ id }) => id === first?.pairingId);
    if (first && pairing && found.length === 1)
      announce(t('of', { ...names(pairing), news: say(first, now) }));
    else announce(t('many', { count: found.length }));
  }, [board, member.id, announce, say, t]);

  return {
    news,
    /** I did this myself: it is no news when it arrives. */
    expectMine(ids: readonly PairingId[]) {
      for (const id of ids) mine.current.add(id);
      setTimeout(() => {
        for (const id of ids) mine.current.delete(id);
      }, OWN_FOR);
    },
    /** This row's news has been seen. */
    seen(id: PairingId) {
      setNews((known) => {
        if (!known.has(id)) return known;
        const rest = new Map(known);
        rest.delete(id);
        return rest;
      });
    },
  };
}

const names = ({ mentee, mentor }: BoardPairing) => ({ mentee, mentor });
