import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OfferId, RoundId } from '@trellis/domain/ids';
import type { AlternativeView, BoardPairing, WhyNotView } from '@trellis/domain/pairings/views';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { OtherPair, type Swapping } from './other-pair.tsx';

/** "Why not this one?" for every mentor of the round who is not listed already. */
export function WhyNot(
  props: Swapping & { pairing: BoardPairing; roundId: RoundId; listed: readonly AlternativeView[] },
) {
  const t = useTranslations('pairings.alternatives');
  const { programId, pairing, roundId, listed } = props;
  const [offerId, setOfferId] = useState<OfferId | null>(null);
  const choices = useQuery({
    ...trpc.rounds.whatIfChoices.queryOptions({ roundId }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const answer = useQuery({
    ...trpc.pairings.whyNot.queryOptions({
      programId,
      requestId: pairing.requestId,
      offerId: offerId as OfferId,
    }),
    enabled: offerId !== null,
    // The newest round answers, and there may be a newer one when this is opened again.
    gcTime: 0,
  });
  const isListed = new Set(listed.map((one) => one.offerId)).add(pairing.offerId);
  const others = (choices.data?.offers ?? []).filter((one) => !isListed.has(one.offerId));
  const mentor = others.find((one) => one.offerId === offerId)?.name ?? '';
  if (others.length === 0) return null;
  return (
    <Stack gap="xs">
      <Select
        label={t('whyNot', { mentee: pairing.mentee })}
        placeholder={t('whyNotWhom')}
        searchable
        clearable
        limit={50}
        nothingFoundMessage={t('whyNotNobody')}
        data={others.map((one) => ({ value: one.offerId, label: one.name }))}
        value={offerId}
        onChange={(chosen) => setOfferId(chosen as OfferId | null)}
      />
      <div role="status">
        {answer.isFetching && <Text size="sm">{t('loading')}</Text>}
        {answer.data && offerId !== null && <Answer {...props} why={answer.data} mentor={mentor} />}
      </div>
      <ProblemNote error={answer.error} onRetry={() => void answer.refetch()} />
    </Stack>
  );
}

function Answer(props: Swapping & { pairing: BoardPairing; why: WhyNotView; mentor: string }) {
  const t = useTranslations('pairings.alternatives');
  const tRule = useTranslations('programs.brokenRule');
  const tReady = useTranslations('programs.ready');
  const format = useFormatter();
  const { why, mentor, pairing } = props;
  const names = { mentee: pairing.mentee, mentor };
  const tookNoPart = (name: string, reason: Parameters<typeof tReady>[0] | null) =>
    reason === null ? t('notInRound', { name }) : t('notReady', { name, why: tReady(reason) });
  switch (why.kind) {
    case 'trade':
      return <OtherPair {...props} alternative={why.alternative} name="mentor" terms={why.terms} />;
    case 'planned':
      return <Text size="sm">{t('planned', names)}</Text>;
    case 'request_not_ready':
      return <Text size="sm">{tookNoPart(pairing.mentee, why.reason && `${why.reason}.why`)}</Text>;
    case 'offer_not_ready':
      return <Text size="sm">{tookNoPart(mentor, why.reason && `${why.reason}.why`)}</Text>;
    case 'rules':
      return (
        <Text size="sm">{t('rules', { rules: format.list(why.broken.map((rule) => tRule(rule))) })}</Text>
      );
    case 'promised':
      return <Text size="sm">{t('promised')}</Text>;
    case 'too_slow':
      return <Text size="sm">{t('tooLarge')}</Text>;
  }
}
