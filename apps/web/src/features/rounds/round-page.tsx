import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { RoundId } from '@trellis/domain/ids';
import { useFormatter, useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { ReplayCheck } from './replay-check.tsx';
import { RoundResult } from './round-result.tsx';
import { RunningRound } from './running-round.tsx';
import type { SettingsFields } from './settings-fields.ts';

/** One round, also long afterwards: what came of it, and whether it can be repeated. */
export function RoundPage(props: { settings: SettingsFields }) {
  const t = useTranslations('rounds');
  const format = useFormatter();
  const params = useParams({ from: '/staff/programs/$programId/rounds/$roundId' });
  const roundId = params.roundId as RoundId;
  const round = useQuery(trpc.rounds.one.queryOptions({ roundId }));
  if (!round.data) {
    return (
      <LoadingRegion loading={round.isPending} label={t('loadingOne')}>
        <ProblemNote error={round.error} onRetry={() => void round.refetch()} />
      </LoadingRegion>
    );
  }
  const { number, startedAt, startedBy, status, failure, report } = round.data;
  const when = format.dateTime(new Date(startedAt), { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Page
      title={t('one.title', { number })}
      lead={startedBy ? t('one.started', { when, who: startedBy }) : t('one.startedAlone', { when })}
      width="wide"
      breadcrumbs={[
        <TextLink key="rounds" to="/programs/$programId/rounds" params={{ programId: params.programId }}>
          {t('title')}
        </TextLink>,
      ]}
    >
      <Stack gap="lg">
        {status === 'running' && <RunningRound round={round.data} />}
        {failure && <ErrorNote title={t('failure.title', { number })} advice={t(`failure.${failure}`)} />}
        {report && <RoundResult roundId={roundId} settings={props.settings} />}
        {report && <ReplayCheck roundId={roundId} />}
      </Stack>
    </Page>
  );
}
