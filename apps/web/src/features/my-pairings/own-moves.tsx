import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { OwnPairingView } from '@trellis/domain/pairings/own-views';
import type { Day } from '@trellis/domain/time';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { UntilForm } from '../../ui/until-form.tsx';

/** What can be done with a pairing that runs; a break is asked until when. Absent while there is nothing to do. */
export function OwnMoves(props: { pairing: OwnPairingView }) {
  const t = useTranslations('my-pairings.moves');
  const { pairing } = props;
  const [resting, setResting] = useState(false);
  const [resumeOn, setResumeOn] = useState('');
  const move = useMutation(
    trpc.myPairings.move.mutationOptions({
      onSuccess: () => {
        setResting(false);
        return queryClient.invalidateQueries();
      },
    }),
  );
  if (pairing.moves.length === 0) return null;
  return (
    <Stack gap="sm">
      <Group>
        {pairing.moves.map((to) => (
          <Button
            key={to}
            variant={to === 'active' ? 'filled' : 'default'}
            loading={move.isPending && move.variables.to === to}
            {...(to === 'paused' ? { 'aria-expanded': resting } : {})}
            onClick={() =>
              to === 'paused'
                ? setResting(!resting)
                : move.mutate({ pairingId: pairing.id, to, resumeOn: null })
            }
          >
            {t(to)}
          </Button>
        ))}
      </Group>
      {resting && pairing.moves.includes('paused') && (
        <UntilForm
          label={t('until')}
          hint={t('untilHint')}
          action={t('rest', { name: pairing.other.name })}
          value={resumeOn}
          onChange={setResumeOn}
          onSubmit={(day) =>
            move.mutate({ pairingId: pairing.id, to: 'paused', resumeOn: day as Day | null })
          }
          loading={move.isPending}
        />
      )}
      <ProblemNote error={move.error} />
    </Stack>
  );
}
