import { Button, Group } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { PairingId, ProgramId, RoundId } from '@trellis/domain/ids';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '../../api/problem-note.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { Board } from './board.tsx';
import { PublishDialog, type RenderPromise } from './publish-dialog.tsx';
import { useBoard } from './use-board.ts';
import { useBoardFilter } from './use-board-filter.ts';
import { useBoardNews } from './use-board-news.ts';
import type { RenderWaiting } from './waiting-panel.tsx';

/** The approval board: everybody looks, somebody decides, nothing is told before publishing. */
export function BoardPage(props: {
  promise: RenderPromise;
  waiting: RenderWaiting;
  /** Tries other settings on the round that the board shows. */
  whatIf: (roundId: RoundId) => ReactNode;
}) {
  const t = useTranslations('pairings');
  const programId = useParams({ from: '/staff/programs/$programId' }).programId as ProgramId;
  const decisions = useBoard(programId);
  const { board } = decisions;
  const news = useBoardNews(board.data);
  const [filter, setFilter] = useBoardFilter(board.data?.pairings);
  /** What the dialog begins with; null while it is closed. */
  const [publishing, setPublishing] = useState<readonly PairingId[] | null>(null);
  const approved = board.data?.pairings.filter(({ status }) => status === 'approved') ?? [];
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="full"
      action={
        <Group gap="sm">
          {board.data?.round && props.whatIf(board.data.round.id)}
          <Button
            onClick={() => setPublishing(approved.map(({ id }) => id))}
            disabled={approved.length === 0}
          >
            {t('publish.open')}
          </Button>
        </Group>
      }
    >
      <ProblemNote error={board.error} onRetry={() => void board.refetch()} />
      <LoadingRegion loading={board.isPending} label={t('loading')} shape="rows">
        {board.data && (
          <Board
            programId={programId}
            view={board.data}
            decisions={decisions}
            news={news}
            filter={filter}
            onFilter={setFilter}
            onPublish={setPublishing}
            promise={props.promise}
            waiting={props.waiting}
          />
        )}
      </LoadingRegion>
      <PublishDialog
        programId={programId}
        chosen={publishing}
        onClose={() => setPublishing(null)}
        onPublished={(ids) => {
          news.expectMine(ids);
          setFilter({ ...filter, state: 'published' });
        }}
        promise={props.promise}
      />
    </Page>
  );
}
