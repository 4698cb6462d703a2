import { Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';

/** Everybody I meet, met, or am asked to meet. */
export function MyPairingsPage() {
  const t = useTranslations('my-pairings');
  const list = useQuery(trpc.myPairings.list.queryOptions());
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ProblemNote error={list.error} onRetry={() => void list.refetch()} />
      <LoadingRegion loading={list.isPending} shape="rows">
        {list.data?.length === 0 && (
          <EmptyState title={t('none')} action={<ButtonLink to="/me">{t('toNext')}</ButtonLink>}>
            {t('noneAdvice')}
          </EmptyState>
        )}
        <Stack gap="sm">
          {list.data?.map((one) => (
            <Paper key={one.id} withBorder p="md">
              <TextLink to="/me/pairings/$pairingId" params={{ pairingId: one.id }} fw={650} size="lg">
                {one.withWhom}
              </TextLink>
              <Text c="dimmed">{t('line', { program: one.program, status: t(`status.${one.status}`) })}</Text>
            </Paper>
          ))}
        </Stack>
      </LoadingRegion>
    </Page>
  );
}
