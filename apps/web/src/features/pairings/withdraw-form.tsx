import { Button, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { LIVE_STATUSES } from '@trellis/domain/pairings/statuses';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';

/** Ends a published pairing for both. It cannot be undone, so the reason is asked for first. */
export function WithdrawForm(props: { pairing: BoardPairing }) {
  const t = useTranslations('pairings.withdraw');
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  const withdraw = useMutation(
    trpc.pairings.withdraw.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.pairings.board.queryKey() }),
    }),
  );
  if (!(LIVE_STATUSES as readonly string[]).includes(props.pairing.status)) return null;
  if (!open) {
    return (
      <Button
        variant="subtle"
        size="sm"
        onClick={() => setOpen(true)}
        style={{ justifySelf: 'start' }}
        w="fit-content"
      >
        {t('open')}
      </Button>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        withdraw.mutate({ pairingId: props.pairing.id, why });
      }}
    >
      <Title order={3} size="h4">
        {t('open')}
      </Title>
      <Textarea
        label={t('why')}
        description={t('who')}
        required
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
        maxLength={1000}
        mt="xs"
      />
      <ProblemNote error={withdraw.error} />
      <Button
        type="submit"
        variant="default"
        size="sm"
        mt="xs"
        loading={withdraw.isPending}
        disabled={why.trim() === ''}
      >
        {t('do')}
      </Button>
    </form>
  );
}
