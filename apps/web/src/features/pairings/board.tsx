import { Button, Drawer, SimpleGrid } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import type { PairingId, ProgramId } from '@trellis/domain/ids';
import type { DecidePairings } from '@trellis/domain/pairings/inputs';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import type { BoardPairing, BoardView } from '@trellis/domain/pairings/views';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useReasonWords } from '../../api/use-reason-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Alternatives } from './alternatives.tsx';
import { asReasons } from './as-reasons.ts';
import styles from './board.module.css';
import { BoardBulk, type BoardLayout } from './board-bulk.tsx';
import { BoardCard } from './board-card.tsx';
import { type BoardFilter, filterBoard, NO_FILTER } from './board-filter.ts';
import { BoardRow } from './board-row.tsx';
import { BoardToolbar } from './board-toolbar.tsx';
import { ByHandDialog } from './by-hand-dialog.tsx';
import { PairingDetail } from './pairing-detail.tsx';
import type { RenderPromise } from './publish-dialog.tsx';
import { undoable } from './undo-log.ts';
import type { useBoard } from './use-board.ts';
import { useBoardKeys } from './use-board-keys.ts';
import type { useBoardNews } from './use-board-news.ts';
import { useBoardSelection } from './use-board-selection.ts';
import { useStanding } from './use-standing.ts';
import { type RenderWaiting, WaitingPanel } from './waiting-panel.tsx';

/** With more pairings than this, only those near the screen are drawn. */
const LONG = 200;
const GOES_WELL: readonly PairingStatus[] = ['meeting', 'active', 'closing'];

/** The pairings of a program as a list or as cards, one of them open, and what can be done with one or many. */
export function Board(props: {
  programId: ProgramId;
  view: BoardView;
  decisions: ReturnType<typeof useBoard>;
  news: ReturnType<typeof useBoardNews>;
  filter: BoardFilter;
  onFilter: (filter: BoardFilter) => void;
  onPublish: (ids: readonly PairingId[]) => void;
  promise: RenderPromise;
  waiting: RenderWaiting;
}) {
  const t = useTranslations('pairings');
  const { view: board, programId, filter, decisions } = props;
  const { news } = props.news;
  const [layout, setLayout] = useLocalStorage<BoardLayout>({
    key: 'trellis-board',
    defaultValue: 'list',
  });
  const [activeId, setActiveId] = useState<PairingId | null>(null);
  const [swapping, setSwapping] = useState(false);
  const [byHand, setByHand] = useState(false);
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const say = useReasonWords(board.terms, 'staff');
  const standing = useStanding();
  const shown = useMemo(() => {
    const decidedHere = new Set(decisions.log.map(({ pairingId }) => pairingId));
    return filterBoard(board.pairings, filter, { kept: new Set(news.keys()), decidedHere });
  }, [board.pairings, filter, news, decisions.log]);
  const { selected, chosen, select, selectAll, selectNone } = useBoardSelection(shown);
  const inDrawer = narrow || layout === 'cards';
  // A drawer keeps what it was opened with, whatever becomes of it; beside a list stands one of the list.
  const active = (inDrawer ? board.pairings : shown).find(({ id }) => id === activeId) ?? null;
  const current = active ?? (inDrawer ? null : (shown[0] ?? null));
  const wordsOf = (one: BoardPairing) => asReasons(one.reasons, (reason) => say(reason, one));

  function open(id: PairingId) {
    setActiveId(id);
    setSwapping(false);
    props.news.seen(id);
  }

  /** Decides for all that are selected, else for the one that is open; then the next one is open. */
  function decideFor(to: DecidePairings['to'], one: BoardPairing | null = current) {
    const targets = chosen.length > 0 ? chosen : one ? [one] : [];
    if (targets.length === 0) return;
    const at = shown.findIndex(({ id }) => id === targets[0]?.id);
    const left = shown.filter(({ id }) => !targets.some((target) => target.id === id));
    selectNone();
    if (!inDrawer) setActiveId(left[Math.min(at, left.length - 1)]?.id ?? null);
    void decisions.decide(targets, to);
  }

  function undoFor(one: BoardPairing): (() => void) | null {
    const done = undoable(decisions.log, one);
    return done && (() => void decisions.undo([done]));
  }

  /** What became of it, once people were asked; the strongest reason before, and while all goes well. */
  function lineOf(one: BoardPairing): string | null {
    const { happened, next } = standing(one);
    const lines = [...happened.slice(-1), ...(one.status === 'invited' ? [] : next)];
    if (lines.length > 0 && !GOES_WELL.includes(one.status)) return lines.join(' ');
    return one.reasons[0] ? say(one.reasons[0], one) : null;
  }

  useBoardKeys({
    active: current !== null || chosen.length > 0,
    next(by) {
      const at = shown.findIndex(({ id }) => id === current?.id);
      const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
      if (!next) return;
      open(next.id);
      document.querySelector(`[data-pairing="${next.id}"]`)?.scrollIntoView({ block: 'nearest' });
    },
    approve: () => decideFor('approved'),
    dismiss: () => decideFor('dismissed'),
    ruleOut: () => decideFor('ruled_out'),
    swap: () => setSwapping(true),
    note: () => document.querySelector<HTMLElement>('[data-note-field]')?.focus(),
    select: () => current && select(current.id, false),
    undo: decisions.undoLast,
    search: () => document.querySelector<HTMLElement>('[data-board-search]')?.focus(),
  });

  if (board.pairings.length === 0 && board.round === null) {
    return (
      <EmptyState
        title={t('empty.title')}
        action={
          <ButtonLink to="/programs/$programId/rounds" params={{ programId }}>
            {t('empty.action')}
          </ButtonLink>
        }
      >
        {t('empty.advice')}
      </EmptyState>
    );
  }

  const detail = current && (
    <PairingDetail
      key={current.id}
      pairing={current}
      reasons={wordsOf(current)}
      news={news.get(current.id)}
      onDecide={(to) => decideFor(to, current)}
      onUndo={undoFor(current)}
      alternatives={
        <Alternatives
          programId={programId}
          pairing={current}
          roundId={board.round?.id ?? null}
          pairings={board.pairings}
          open={swapping}
          onOpen={() => setSwapping(true)}
          onMoved={props.news.expectMine}
          onUndo={decisions.undoMoves}
        />
      }
    />
  );
  return (
    <>
      <BoardToolbar filter={filter} onFilter={props.onFilter} />
      <BoardBulk
        chosen={chosen}
        shown={shown}
        onAll={selectAll}
        onNone={selectNone}
        onDecide={decideFor}
        onPublish={props.onPublish}
        layout={layout}
        onLayout={(next) => {
          setLayout(next);
          setActiveId(null);
        }}
        onByHand={() => setByHand(true)}
      />
      {shown.length === 0 ? (
        <EmptyState
          title={t('noneShown.title')}
          action={
            <Button variant="default" onClick={() => props.onFilter({ ...NO_FILTER, state: 'all' })}>
              {t('noneShown.action')}
            </Button>
          }
        >
          {t('noneShown.advice')}
        </EmptyState>
      ) : (
        <div className={styles.board} data-view={layout} data-long={shown.length > LONG || undefined}>
          {layout === 'list' ? (
            <ul className={styles.list} aria-label={t('title')}>
              {shown.map((one) => (
                <BoardRow
                  key={one.id}
                  pairing={one}
                  line={lineOf(one)}
                  news={news.get(one.id)}
                  active={one.id === current?.id}
                  selected={selected.has(one.id)}
                  onOpen={() => open(one.id)}
                  onSelect={(range) => select(one.id, range)}
                  onUndo={undoFor(one)}
                />
              ))}
            </ul>
          ) : (
            <SimpleGrid
              component="ul"
              className={styles.list}
              cols={{ base: 1, sm: 2, lg: 3 }}
              aria-label={t('title')}
            >
              {shown.map((one) => (
                <BoardCard
                  key={one.id}
                  pairing={one}
                  words={wordsOf}
                  standing={standing(one)}
                  news={news.get(one.id)}
                  onOpen={() => open(one.id)}
                  onApprove={() => void decisions.decide([one], 'approved')}
                  onDismiss={() => void decisions.decide([one], 'dismissed')}
                  onUndo={undoFor(one)}
                />
              ))}
            </SimpleGrid>
          )}
          {!inDrawer && detail && (
            <section className={styles.detail} aria-label={t('detail')}>
              {detail}
            </section>
          )}
        </div>
      )}
      {inDrawer && (
        <Drawer
          opened={detail !== null}
          onClose={() => setActiveId(null)}
          position="right"
          size="xl"
          title={t('detail')}
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          {detail}
        </Drawer>
      )}
      <WaitingPanel
        waiting={board.waiting}
        roundId={board.round?.id ?? null}
        promise={props.promise}
        render={props.waiting}
      />
      <ByHandDialog
        programId={programId}
        board={board}
        open={byHand}
        onClose={() => setByHand(false)}
        onPaired={(made) => props.news.expectMine(made.map(({ pairingId }) => pairingId))}
        onUndo={decisions.undoMoves}
      />
    </>
  );
}
