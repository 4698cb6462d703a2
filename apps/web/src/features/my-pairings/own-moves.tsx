import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { OwnPairingView } from '@trellis/domain/pairings/own-views';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';

/** What can be done with a pairing that runs. Absent while there is nothing to do. */
export function OwnMoves(props: { pairing: OwnPairingView }) {
  const t = useTranslations('my-pairings.moves');
  const { pairing } = props;
  const move = useMutation(
    trpc.myPairings.move.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  if (pairing.moves.length === 0) return null;
  return (
    <div>
      <Group>
        {pairing.moves.map((to) => (
          <Button
            key={to}
            variant={to === 'active' ? 'filled' : 'default'}
            loading={move.isPending}
            onClick={() => move.mutate({ pairingId: pairing.id, to, resumeOn: null })}
          >
            {t(to)}
          </Button>
        ))}
      </Group>
      <ProblemNote error={move.error} />
    </div>
  );
}
