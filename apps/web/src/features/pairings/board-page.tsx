import { Button, Drawer, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { useParams } from '@tanstack/react-router';
import type { PairingId, ProgramId } from '@trellis/domain/ids';
import type { DecidePairings } from '@trellis/domain/pairings/inputs';
import type { BoardPairing, BoardView } from '@trellis/domain/pairings/views';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useReasonWords } from '../../api/use-reason-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { Alternatives } from './alternatives.tsx';
import { asReasons } from './as-reasons.ts';
import styles from './board.module.css';
import { BoardCard } from './board-card.tsx';
import { type BoardFilter, filterBoard, firstFilter, NO_FILTER } from './board-filter.ts';
import { BoardRow } from './board-row.tsx';
import { BoardToolbar } from './board-toolbar.tsx';
import { ByHandDialog } from './by-hand-dialog.tsx';
import { PairingDetail } from './pairing-detail.tsx';
import { PublishDialog, type RenderPromise } from './publish-dialog.tsx';
import { useBoard } from './use-board.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { WaitingPanel } from './waiting-panel.tsx';

/** The approval board: everybody looks, somebody decides, nothing is told before publishing. */
export function BoardPage(props: { promise: RenderPromise }) {
  const t = useTranslations('pairings');
  const programId = useParams({ from: '/staff/programs/$programId' }).programId as ProgramId;
  const { board, decide, undoLast } = useBoard(programId);
  const [publishing, setPublishing] = useState(false);
  const approved = board.data?.pairings.filter(({ status }) => status === 'approved').length ?? 0;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="full"
      action={
        <Button onClick={() => setPublishing(true)} disabled={approved === 0}>
          {t('publish.open')}
        </Button>
      }
    >
      <ProblemNote error={board.error} onRetry={() => void board.refetch()} />
      <LoadingRegion loading={board.isPending} label={t('loading')} shape="rows">
        {board.data && (
          <Board
            programId={programId}
            view={board.data}
            decide={decide}
            undoLast={undoLast}
            promise={props.promise}
          />
        )}
      </LoadingRegion>
      <PublishDialog
        programId={programId}
        open={publishing}
        onClose={() => setPublishing(false)}
        promise={props.promise}
      />
    </Page>
  );
}

function Board(props: {
  programId: ProgramId;
  view: BoardView;
  decide: (pairings: readonly BoardPairing[], to: DecidePairings['to']) => Promise<void>;
  undoLast: () => void;
  promise: RenderPromise;
}) {
  const t = useTranslations('pairings');
  const { view: board, programId } = props;
  const [filter, setFilter] = useState<BoardFilter>(() => firstFilter(board.pairings));
  const [layout, setLayout] = useLocalStorage<'list' | 'cards'>({
    key: 'trellis-board',
    defaultValue: 'list',
  });
  const [activeId, setActiveId] = useState<PairingId | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<PairingId>>(new Set());
  const [anchor, setAnchor] = useState<PairingId | null>(null);
  const [swapping, setSwapping] = useState(false);
  const [byHand, setByHand] = useState(false);
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const say = useReasonWords(board.terms, 'staff');
  const shown = useMemo(() => filterBoard(board.pairings, filter), [board.pairings, filter]);
  const active = board.pairings.find(({ id }) => id === activeId) ?? null;
  const current = active ?? (narrow || layout === 'cards' ? null : (shown[0] ?? null));
  const chosen = shown.filter(({ id }) => selected.has(id));
  const wordsOf = (one: BoardPairing) => asReasons(one.reasons, (reason) => say(reason, one));

  function select(id: PairingId, range: boolean) {
    const from = shown.findIndex((one) => one.id === anchor);
    const to = shown.findIndex((one) => one.id === id);
    const next = new Set(selected);
    if (range && from >= 0) {
      for (const one of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one.id);
    } else if (!next.delete(id)) next.add(id);
    setSelected(next);
    setAnchor(id);
  }

  function open(id: PairingId) {
    setActiveId(id);
    setSwapping(false);
  }

  /** Decides for all that are selected, else for the one that is open; then the next one is open. */
  function decideFor(to: DecidePairings['to'], one: BoardPairing | null = current) {
    const targets = chosen.length > 0 ? chosen : one ? [one] : [];
    if (targets.length === 0) return;
    const at = shown.findIndex(({ id }) => id === targets[0]?.id);
    const left = shown.filter(({ id }) => !targets.some((target) => target.id === id));
    setSelected(new Set());
    if (!narrow && layout === 'list') setActiveId(left[Math.min(at, left.length - 1)]?.id ?? null);
    void props.decide(targets, to);
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
    undo: props.undoLast,
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
      onDecide={(to) => decideFor(to, current)}
      alternatives={
        <Alternatives
          programId={programId}
          pairing={current}
          pairings={board.pairings}
          open={swapping}
          onOpen={() => setSwapping(true)}
        />
      }
    />
  );
  const inDrawer = narrow || layout === 'cards';
  return (
    <>
      <BoardToolbar
        filter={filter}
        onFilter={setFilter}
        view={layout}
        onView={(view) => {
          setLayout(view);
          setActiveId(null);
        }}
        onByHand={() => setByHand(true)}
      />
      <Bulk
        chosen={chosen.length}
        shown={shown.length}
        onAll={() => setSelected(new Set(shown.map(({ id }) => id)))}
        onNone={() => setSelected(new Set())}
        onDecide={decideFor}
      />
      {shown.length === 0 ? (
        <EmptyState
          title={t('noneShown.title')}
          action={
            <Button variant="default" onClick={() => setFilter({ ...NO_FILTER, state: 'all' })}>
              {t('noneShown.action')}
            </Button>
          }
        >
          {t('noneShown.advice')}
        </EmptyState>
      ) : (
        <div className={styles.board} data-view={layout}>
          {layout === 'list' ? (
            <ul className={styles.list} aria-label={t('title')}>
              {shown.map((one) => (
                <BoardRow
                  key={one.id}
                  pairing={one}
                  reason={one.reasons[0] ? say(one.reasons[0], one) : null}
                  active={one.id === current?.id}
                  selected={selected.has(one.id)}
                  onOpen={() => open(one.id)}
                  onSelect={(range) => select(one.id, range)}
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
                  onOpen={() => open(one.id)}
                  onApprove={() => void props.decide([one], 'approved')}
                  onDismiss={() => void props.decide([one], 'dismissed')}
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
      <WaitingPanel waiting={board.waiting} promise={props.promise} />
      <ByHandDialog programId={programId} board={board} open={byHand} onClose={() => setByHand(false)} />
    </>
  );
}

function Bulk(props: {
  chosen: number;
  shown: number;
  onAll: () => void;
  onNone: () => void;
  onDecide: (to: DecidePairings['to']) => void;
}) {
  const t = useTranslations('pairings');
  return (
    <Paper withBorder p="xs" mb="sm">
      <Group gap="xs">
        <Text size="sm" role="status">
          {props.chosen > 0 ? t('chosen', { count: props.chosen }) : t('shown', { count: props.shown })}
        </Text>
        {props.chosen > 0 ? (
          <>
            <Button size="compact-sm" onClick={() => props.onDecide('approved')}>
              {t('approve')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => props.onDecide('dismissed')}>
              {t('dismiss')}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={props.onNone}>
              {t('selectNone')}
            </Button>
          </>
        ) : (
          <Button size="compact-sm" variant="subtle" onClick={props.onAll}>
            {t('selectAll')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
