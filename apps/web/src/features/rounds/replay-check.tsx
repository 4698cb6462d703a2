import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RoundId } from '@trellis/domain/ids';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { Section } from '../../ui/section.tsx';

/** Runs a saved round again from its snapshot and says whether it came out the same. */
export function ReplayCheck(props: { roundId: RoundId }) {
  const t = useTranslations('rounds.replay');
  const [asked, setAsked] = useState(false);
  const replay = useQuery({
    ...trpc.rounds.replay.queryOptions({ roundId: props.roundId }),
    enabled: asked,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Section title={t('title')} lead={t('lead')}>
      <ProblemNote error={replay.error} onRetry={() => void replay.refetch()} />
      {replay.data ? (
        <Text role="status" fw={550}>
          {replay.data.same ? t('same', { pairings: replay.data.pairings }) : t('different')}
        </Text>
      ) : (
        <Button variant="default" loading={asked && replay.isPending} onClick={() => setAsked(true)}>
          {t('run')}
        </Button>
      )}
    </Section>
  );
}
