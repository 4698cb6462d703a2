import { Button, Group, Progress, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { RoundCard } from '@trellis/domain/rounds/views';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { Section } from '../../ui/section.tsx';

const readAgain = () => queryClient.invalidateQueries({ queryKey: trpc.rounds.pathKey() });

/** How far a running round is, and the way to end it. */
export function RunningRound(props: { round: RoundCard }) {
  const t = useTranslations('rounds.running');
  const { id, number } = props.round;
  const told = useSubscription(
    trpc.rounds.progress.subscriptionOptions(
      { roundId: id },
      { onData: ({ status }) => (status === 'running' ? undefined : void readAgain()) },
    ),
  );
  const cancel = useMutation(trpc.rounds.cancel.mutationOptions({ onSettled: readAgain }));
  const { progress, phase } = told.data ?? props.round;
  const words = t(phase ?? 'starting');
  return (
    <Section title={t('title', { number })} lead={t('lead')}>
      <ProblemNote error={cancel.error} />
      <Text role="status" mb="xs">
        {words}…
      </Text>
      <Progress value={Math.max(progress, 3)} size="lg" animated aria-label={words} />
      <Group mt="md">
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ roundId: id })}>
          {t('cancel')}
        </Button>
      </Group>
    </Section>
  );
}
