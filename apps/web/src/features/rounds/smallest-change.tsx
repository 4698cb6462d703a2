import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RequestId, RoundId } from '@trellis/domain/ids';
import type { SmallestChangeView } from '@trellis/domain/rounds/views';
import { useFormatter, useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';

/** What would have to give way so that this person is served, with whom, and who else would move. */
export function SmallestChange(props: { roundId: RoundId; requestId: RequestId }) {
  const t = useTranslations('rounds.waiting');
  const { roundId, requestId } = props;
  const change = useQuery({
    ...trpc.rounds.smallestChange.queryOptions({ roundId, requestId }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (change.error) return <ProblemNote error={change.error} onRetry={() => void change.refetch()} />;
  return (
    <Stack role="status" gap={2} mt={4}>
      {!change.data && <Text size="sm">{t('asking')}</Text>}
      {change.data?.status === 'too_slow' && <Text size="sm">{t('tooSlow')}</Text>}
      {change.data?.status === 'found' && change.data.ways.length === 0 && (
        <Text size="sm">{t('nothing')}</Text>
      )}
      {change.data?.status === 'found' && change.data.ways.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {t('ways')}
          </Text>
          {change.data.ways.map((way) => (
            <WayLine key={way.mentorId} way={way} />
          ))}
        </>
      )}
    </Stack>
  );
}

type Way = Extract<SmallestChangeView, { status: 'found' }>['ways'][number];

function WayLine(props: { way: Way }) {
  const t = useTranslations('rounds');
  const format = useFormatter();
  const { mentor, seat, capacity, waive, moved, exact } = props.way;
  const steps = [
    t(`waiting.seat.${seat}`, { mentor, capacity: capacity ?? 0 }),
    ...(waive.length > 0
      ? [t('waiting.waive', { mentor, rules: format.list(waive.map((rule) => t(`rule.${rule}`))) })]
      : []),
    moved.length === 0 ? t('waiting.noneMoves') : t('waiting.moved', { names: format.list(moved) }),
    ...(exact || moved.length === 0 ? [] : [t('waiting.atMost')]),
  ];
  return <Text size="sm">{steps.join('; ')}.</Text>;
}
