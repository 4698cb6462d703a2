import { Button, Group, Paper, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { PairingId, ProgramId } from '@trellis/domain/ids';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import type { AlternativeView, BoardPairing, DecidedView } from '@trellis/domain/pairings/views';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useReasonWords } from '../../api/use-reason-words.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { movesOf } from './moves-of.ts';

type Moved = DecidedView['moved'][number];

export interface Swapping {
  programId: ProgramId;
  pairings: readonly BoardPairing[];
  /** A swap went through: these pairings moved by my own hand. */
  onMoved: (ids: readonly PairingId[]) => void;
  /** Takes a swap back: what was made, and what it freed. */
  onUndo: (made: readonly Moved[], freed: readonly (Moved & { was: PairingStatus })[]) => Promise<void>;
}

/** Another pair: the strongest reason, exactly what a swap would change and for whom, and the swap. */
export function OtherPair(
  props: Swapping & {
    alternative: AlternativeView;
    name: 'mentor' | 'mentee';
    terms: readonly { readonly id: string; readonly name: string }[];
  },
) {
  const t = useTranslations('pairings.alternatives');
  const say = useReasonWords(props.terms, 'staff');
  const [whole, setWhole] = useState(false);
  const { programId, alternative: given } = props;
  const { requestId, offerId } = given;
  // In a large pool one trade takes a moment, and those of a whole list too long.
  const answer = useQuery({
    ...trpc.pairings.whyNot.queryOptions({ programId, requestId, offerId }),
    enabled: false,
    // The newest round answers, and there may be a newer one when this is opened again.
    gcTime: 0,
  });
  const alternative = answer.data?.kind === 'trade' ? answer.data.alternative : given;
  const { trade } = alternative;
  // Whoever is asked about comes first.
  const isAbout = (change: { requestId: string }) => Number(change.requestId === requestId);
  const changes = [...(trade?.changes ?? [])].sort((a, b) => isAbout(b) - isAbout(a));
  const moves = trade && movesOf(trade.changes, props.pairings);
  const swap = useMutation(
    trpc.pairings.swap.mutationOptions({
      onSuccess: ({ moved }, { moves: sent }) => {
        const statusOf = new Map(props.pairings.map(({ id, status }) => [id, status]));
        const left = new Set(sent.map(({ leaves }) => leaves?.pairingId));
        const freed = moved
          .filter(({ pairingId }) => left.has(pairingId))
          .map((one) => ({ ...one, was: statusOf.get(one.pairingId) ?? ('suggested' as const) }));
        const made = moved.filter(({ pairingId }) => !left.has(pairingId));
        props.onMoved(moved.map(({ pairingId }) => pairingId));
        showUndo({
          message: t('swapped', { mentee: alternative.mentee, mentor: alternative.mentor }),
          onUndo: () => void props.onUndo(made, freed),
        });
        return queryClient.invalidateQueries({ queryKey: trpc.pairings.board.queryKey() });
      },
    }),
  );
  const [first] = alternative.reasons;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="start" wrap="nowrap">
        <div>
          <Text fw={600}>{alternative[props.name]}</Text>
          {first && <Text size="sm">{say(first, alternative)}</Text>}
        </div>
        {moves && (
          <Button
            size="sm"
            variant="default"
            flex="none"
            loading={swap.isPending}
            aria-label={t('swapTo', { mentee: alternative.mentee, mentor: alternative.mentor })}
            onClick={() => swap.mutate({ programId, moves })}
          >
            {t('swap')}
          </Button>
        )}
      </Group>
      {trade === null && alternative.noTrade === 'too_large' && answer.data === undefined ? (
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          loading={answer.isFetching}
          onClick={() => void answer.refetch()}
        >
          {t('workOut')}
        </Button>
      ) : trade === null ? (
        <Text size="sm" c="dimmed" mt={4}>
          {answer.data?.kind === 'too_slow' ? t('tooLarge') : t('promised')}
        </Text>
      ) : (
        <div>
          <Text size="sm" c="dimmed" mt={4}>
            {trade.served < 0
              ? t('servesFewer', { count: -trade.served })
              : trade.total < 0
                ? t('lowers', { points: Math.round(-trade.total / 100) })
                : t('costsNothing')}{' '}
            {!alternative.exact && trade.total < 0 && t('atMost')}
          </Text>
          {changes.slice(0, whole ? undefined : 4).map((change) => (
            <Text size="sm" key={`${change.requestId} ${change.from}`}>
              {change.to === null
                ? t('wouldWait', { mentee: change.mentee, from: change.from ?? '' })
                : t('wouldMeet', { mentee: change.mentee, to: change.to })}
            </Text>
          ))}
          {changes.length > 4 && !whole && (
            <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
              {t('more', { count: changes.length - 4 })}
            </Button>
          )}
          {!moves && (
            <Text size="sm" c="dimmed">
              {t('boardMoved')}
            </Text>
          )}
        </div>
      )}
      <ProblemNote error={swap.error ?? answer.error} />
    </Paper>
  );
}
