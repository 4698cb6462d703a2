import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { RoundId } from '@trellis/domain/ids';
import type { RoundCertificate, RoundReport } from '@trellis/domain/rounds/report';
import type { RoundView } from '@trellis/domain/rounds/views';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Section } from '../../ui/section.tsx';
import { ObjectivePrices, StabilityLine } from './round-facts.tsx';
import { Scarcities } from './scarcities.tsx';
import type { SettingsFields } from './settings-fields.ts';
import { WaitingList } from './waiting-list.tsx';
import { WhatIfButton } from './what-if-button.tsx';

/** What a round came to: the proof, who waits and why, what other aims would give, what is short. */
export function RoundResult(props: { roundId: RoundId; settings: SettingsFields }) {
  const t = useTranslations('rounds');
  const round = useQuery(trpc.rounds.one.queryOptions({ roundId: props.roundId }));
  return (
    <LoadingRegion loading={round.isPending} label={t('loadingOne')} shape="cards">
      <ProblemNote error={round.error} onRetry={() => void round.refetch()} />
      {round.data?.report && round.data.certificate && (
        <Stack gap="lg">
          <Outcome
            round={round.data}
            report={round.data.report}
            certificate={round.data.certificate}
            settings={props.settings}
          />
          <WaitingList roundId={props.roundId} waiting={round.data.waiting} />
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
            <ObjectivePrices report={round.data.report} />
            <Stack gap="lg">
              <Scarcities report={round.data.report} terms={round.data.terms} />
              <StabilityLine report={round.data.report} />
            </Stack>
          </SimpleGrid>
        </Stack>
      )}
    </LoadingRegion>
  );
}

function Outcome(props: {
  round: RoundView;
  report: RoundReport;
  certificate: RoundCertificate;
  settings: SettingsFields;
}) {
  const t = useTranslations('rounds');
  const { round, report, certificate } = props;
  const { served, seats, room, bridges } = report;
  const isCurrent = round.status === 'ready' || round.status === 'published';
  return (
    <Section title={t('result.title', { number: round.number, served, seats })}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <IconShieldCheck size={22} aria-hidden="true" style={{ flex: 'none' }} />
        <div>
          <Text fw={600}>{t('result.proved')}</Text>
          <Text size="sm" c="dimmed">
            {t('result.provedHow', {
              requests: certificate.requests,
              offers: certificate.offers,
              pairs: certificate.pairs,
            })}
          </Text>
        </div>
      </Group>
      <Text mt="sm">
        {t('result.room', { free: Math.max(0, room - served) })} {t('result.bridges', { count: bridges })}
      </Text>
      <Group mt="md">
        {isCurrent && (
          <ButtonLink to="/programs/$programId/board" params={{ programId: round.programId }}>
            {t('toBoard')}
          </ButtonLink>
        )}
        <WhatIfButton roundId={round.id} settings={props.settings} />
      </Group>
    </Section>
  );
}
