import { Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RoundId } from '@trellis/domain/ids';
import type { AlternativeView, BoardPairing } from '@trellis/domain/pairings/views';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { OtherPair, type Swapping } from './other-pair.tsx';
import { WhyNot } from './why-not.tsx';

/** Others for either side, each with exactly what a swap would change and for whom. */
export function Alternatives(
  props: Swapping & {
    pairing: BoardPairing;
    /** The round that is asked; null where none was saved. */
    roundId: RoundId | null;
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

function Loaded(props: Swapping & { pairing: BoardPairing; roundId: RoundId | null }) {
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
          {props.roundId && <WhyNot {...props} roundId={props.roundId} listed={found.data?.mentors ?? []} />}
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
            <OtherPair key={`${one.requestId} ${one.offerId}`} {...props} alternative={one} />
          ))}
        </Stack>
      )}
    </div>
  );
}
