import { Anchor, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { OFFER_NOT_READY, REQUEST_NOT_READY } from '@trellis/domain/fit/readiness';
import type { MemberId, ProgramId } from '@trellis/domain/ids';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';

interface Person {
  id: string;
  memberId: MemberId;
  name: string;
  /** A key of the catalog below `ready`, or null for those who are ready. */
  reason: string | null;
  seats: number;
}

/** Who takes part in the next round and who does not, on both sides, by reason. */
export function ReadyPage() {
  const t = useTranslations('programs.ready');
  const programId = useParams({ from: '/staff/programs/$programId' }).programId as ProgramId;
  const readiness = useQuery(trpc.programs.readiness.queryOptions({ programId }));
  const requests = readiness.data?.requests.map((one): Person => ({ ...one, id: one.requestId }));
  const offers = readiness.data?.offers.map((one): Person => ({ ...one, id: one.offerId, seats: one.room }));
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      action={
        <ButtonLink to="/programs/$programId/rounds" params={{ programId }}>
          {t('toRounds')}
        </ButtonLink>
      }
    >
      <ProblemNote error={readiness.error} onRetry={() => void readiness.refetch()} />
      <LoadingRegion loading={readiness.isPending} label={t('loading')} shape="rows">
        {requests && offers && (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            <Side title={t('mentees')} people={requests} reasons={REQUEST_NOT_READY} />
            <Side title={t('mentors')} people={offers} reasons={OFFER_NOT_READY} />
          </SimpleGrid>
        )}
      </LoadingRegion>
    </Page>
  );
}

function Side(props: { title: string; people: readonly Person[]; reasons: readonly string[] }) {
  const t = useTranslations('programs.ready');
  const { people } = props;
  const ready = people.filter(({ reason }) => reason === null);
  if (people.length === 0) {
    return (
      <Section title={props.title}>
        <EmptyState title={t('nobody')} action={<ButtonLink to="/import">{t('import')}</ButtonLink>}>
          {t('nobodyAdvice')}
        </EmptyState>
      </Section>
    );
  }
  const seats = ready.reduce((sum, one) => sum + one.seats, 0);
  const groups = props.reasons
    .map((reason) => ({ reason, members: people.filter((one) => one.reason === reason) }))
    .filter(({ members }) => members.length > 0);
  return (
    <Section title={props.title} lead={t('sum', { ready: ready.length, all: people.length, seats })}>
      <Stack gap="lg">
        {groups.map(({ reason, members }) => (
          <Reason key={reason} why={t(`${reason}.why`)} help={t(`${reason}.help`)} people={members} />
        ))}
        {ready.length > 0 && (
          <Reason
            why={t('readyTitle')}
            help={groups.length === 0 ? t('everybodyReady') : null}
            people={ready}
          />
        )}
      </Stack>
    </Section>
  );
}

/** So many names are shown at first. */
const FIRST_NAMES = 12;

function Reason(props: { why: string; help: string | null; people: readonly Person[] }) {
  const t = useTranslations('programs.ready');
  const [all, setAll] = useState(false);
  const { people } = props;
  const shown = all ? people : people.slice(0, FIRST_NAMES);
  const hidden = people.length - shown.length;
  return (
    <div>
      <Text fw={600}>
        {props.why}{' '}
        <Text span c="dimmed" fw={400}>
          ({t('people', { count: people.length })})
        </Text>
      </Text>
      {props.help && <Text c="dimmed">{props.help}</Text>}
      <Text component="div" mt={4}>
        {shown.map((person, index) => (
          <span key={person.id}>
            {index > 0 && ', '}
            <TextLink to="/people/$memberId" params={{ memberId: person.memberId }}>
              {person.name}
            </TextLink>
          </span>
        ))}
        {hidden > 0 && (
          <>
            {' '}
            <Anchor component="button" type="button" onClick={() => setAll(true)}>
              {t('more', { count: hidden })}
            </Anchor>
          </>
        )}
      </Text>
    </div>
  );
}
