import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { STAFF_MOVES } from '@trellis/domain/pairings/inputs';
import { mayMoveByStaff } from '@trellis/domain/pairings/staff-moves';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import type { Day } from '@trellis/domain/time';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { UntilForm } from '../../ui/until-form.tsx';

/** Rests a running pairing until a day, takes it up again, winds it up or closes it. Both people hear of it. */
export function RunningMoves(props: { pairing: BoardPairing }) {
  const t = useTranslations('pairings.running');
  const { id: pairingId, version, status } = props.pairing;
  const [resting, setResting] = useState(false);
  const [resumeOn, setResumeOn] = useState('');
  const move = useMutation(
    trpc.pairings.move.mutationOptions({
      onSuccess: () => {
        setResting(false);
        return queryClient.invalidateQueries({ queryKey: trpc.pairings.board.queryKey() });
      },
    }),
  );
  const moves = STAFF_MOVES.filter((to) => mayMoveByStaff(status, to));
  if (moves.length === 0) return null;
  return (
    <section aria-label={t('title')}>
      <Stack gap="xs">
        <Title order={3} size="h4">
          {t('title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('lead')}
        </Text>
        <Group gap="xs">
          {moves.map((to) => (
            <Button
              key={to}
              size="sm"
              variant="default"
              loading={move.isPending && move.variables.to === to}
              {...(to === 'paused' ? { 'aria-expanded': resting } : {})}
              onClick={() =>
                to === 'paused'
                  ? setResting(!resting)
                  : move.mutate({ pairingId, version, to, resumeOn: null })
              }
            >
              {t(to)}
            </Button>
          ))}
        </Group>
        {resting && (
          <UntilForm
            size="sm"
            label={t('until')}
            hint={t('untilHint')}
            action={t('rest')}
            value={resumeOn}
            onChange={setResumeOn}
            onSubmit={(day) => move.mutate({ pairingId, version, to: 'paused', resumeOn: day as Day | null })}
            loading={move.isPending}
          />
        )}
        <ProblemNote error={move.error} />
      </Stack>
    </section>
  );
}
