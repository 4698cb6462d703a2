import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ProgramId } from '@trellis/domain/ids';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { PastRounds } from './past-rounds.tsx';
import { RoundResult } from './round-result.tsx';
import { RunningRound } from './running-round.tsx';
import type { SettingsFields } from './settings-fields.ts';
import { useMatch } from './use-match.ts';

/** Press Match, watch it run, read what came of it, and look at earlier rounds. */
export function RoundsPage(props: { settings: SettingsFields }) {
  const t = useTranslations('rounds');
  const programId = useParams({ from: '/staff/programs/$programId' }).programId as ProgramId;
  const rounds = useQuery(trpc.rounds.ofProgram.queryOptions({ programId }));
  const match = useMatch();
  const newest = rounds.data?.[0];
  const running = newest?.status === 'running' ? newest : undefined;
  const current = rounds.data?.find(({ status }) => status === 'ready' || status === 'published');
  const press = (
    <Button
      size="md"
      loading={match.isPending}
      disabled={running !== undefined}
      onClick={() => match.mutate({ programId })}
    >
      {current ? t('matchAgain') : t('match')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t('lead')} width="wide" {...(newest ? { action: press } : {})}>
      <Stack gap="lg">
        <ProblemNote error={match.error} />
        <ProblemNote error={rounds.error} onRetry={() => void rounds.refetch()} />
        <LoadingRegion loading={rounds.isPending} label={t('loading')} shape="cards">
          {rounds.data && !newest && (
            <EmptyState
              title={t('noneTitle')}
              action={
                <Group>
                  {press}
                  <ButtonLink to="/programs/$programId/ready" params={{ programId }} variant="default">
                    {t('toReady')}
                  </ButtonLink>
                </Group>
              }
            >
              {t('none')}
            </EmptyState>
          )}
          {running && <RunningRound key={running.id} round={running} />}
          {newest?.status === 'failed' && newest.failure && (
            <ErrorNote
              title={t('failure.title', { number: newest.number })}
              advice={t(`failure.${newest.failure}`)}
            />
          )}
          {current && <RoundResult roundId={current.id} settings={props.settings} />}
          {newest && <PastRounds programId={programId} rounds={rounds.data ?? []} />}
        </LoadingRegion>
      </Stack>
    </Page>
  );
}
