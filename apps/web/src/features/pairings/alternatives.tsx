import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { PairingId, ProgramId } from '@trellis/domain/ids';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import type { AlternativeView, BoardPairing, DecidedView } from '@trellis/domain/pairings/views';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useReasonWords } from '../../api/use-reason-words.ts';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { movesOf } from './moves-of.ts';

type Moved = DecidedView['moved'][number];

interface Swapping {
  programId: ProgramId;
  pairings: readonly BoardPairing[];
  /** A swap went through: these pairings moved by my own hand. */
  onMoved: (ids: readonly PairingId[]) => void;
  /** Takes a swap back: what was made, and what it freed. */
  onUndo: (made: readonly Moved[], freed: readonly (Moved & { was: PairingStatus })[]) => Promise<void>;
}

/** Others for either side, each with exactly what a swap would change and for whom. */
export function Alternatives(
  props: Swapping & {
    pairing: BoardPairing;
    open: boolean;
    onOpen: () => void;
  },
) {
  const t = useTranslations('pairings.alternatives');
  if (!props.open) {
    return (
      <Button variant="light" onClick={props.onOpen} w="fit-content">
        {t('show')}
      </Button>
    );
  }
  return <Loaded {...props} />;
}

function Loaded(props: Swapping & { pairing: BoardPairing }) {
  const t = useTranslations('pairings.alternatives');
  const { pairing } = props;
  const found = useQuery(trpc.pairings.alternatives.queryOptions({ pairingId: pairing.id }));
  const others = {
    mentors: found.data?.mentors.filter((one) => one.offerId !== pairing.offerId) ?? [],
    mentees: found.data?.mentees.filter((one) => one.requestId !== pairing.requestId) ?? [],
  };
  const terms = found.data?.terms ?? [];
  return (
    <section aria-label={t('title')}>
      <Title order={3} size="h4">
        {t('title')}
      </Title>
      <Text c="dimmed" size="sm">
        {t('lead')}
      </Text>
      <ProblemNote error={found.error} onRetry={() => void found.refetch()} />
      <LoadingRegion loading={found.isPending} label={t('loading')}>
        <Stack gap="md" mt="sm">
          <Side
            {...props}
            title={t('forMentee', { name: pairing.mentee })}
            list={others.mentors}
            name="mentor"
            terms={terms}
          />
          <Side
            {...props}
            title={t('forMentor', { name: pairing.mentor })}
            list={others.mentees}
            name="mentee"
            terms={terms}
          />
        </Stack>
      </LoadingRegion>
    </section>
  );
}

function Side(
  props: Swapping & {
    title: string;
    list: readonly AlternativeView[];
    name: 'mentor' | 'mentee';
    terms: readonly { readonly id: string; readonly name: string }[];
  },
) {
  const t = useTranslations('pairings.alternatives');
  return (
    <div>
      <Text fw={600}>{props.title}</Text>
      {props.list.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('none')}
        </Text>
      ) : (
        <Stack gap="xs" mt={6}>
          {props.list.map((one) => (
            <Other key={`${one.requestId} ${one.offerId}`} {...props} alternative={one} />
          ))}
        </Stack>
      )}
    </div>
  );
}

function Other(
  props: Swapping & {
    alternative: AlternativeView;
    name: 'mentor' | 'mentee';
    terms: readonly { readonly id: string; readonly name: string }[];
  },
) {
  const t = useTranslations('pairings.alternatives');
  const say = useReasonWords(props.terms, 'staff');
  const [whole, setWhole] = useState(false);
  const { alternative } = props;
  const { trade } = alternative;
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
            onClick={() => swap.mutate({ programId: props.programId, moves })}
          >
            {t('swap')}
          </Button>
        )}
      </Group>
      {trade === null ? (
        <Text size="sm" c="dimmed" mt={4}>
          {alternative.noTrade === 'too_large' ? t('tooLarge') : t('promised')}
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
          {trade.changes.slice(0, whole ? undefined : 4).map((change) => (
            <Text size="sm" key={`${change.requestId} ${change.from}`}>
              {change.to === null
                ? t('wouldWait', { mentee: change.mentee, from: change.from ?? '' })
                : t('wouldMeet', { mentee: change.mentee, to: change.to })}
            </Text>
          ))}
          {trade.changes.length > 4 && !whole && (
            <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
              {t('more', { count: trade.changes.length - 4 })}
            </Button>
          )}
          {!moves && (
            <Text size="sm" c="dimmed">
              {t('boardMoved')}
            </Text>
          )}
        </div>
      )}
      <ProblemNote error={swap.error} />
    </Paper>
  );
}
