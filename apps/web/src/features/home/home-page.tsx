import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useMemberSession } from '../../api/session.ts';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { HappeningCard } from './happening-card.tsx';

/** The first page of mentees and mentors: what happens next, in plain words, and what is theirs. */
export function HomePage() {
  const t = useTranslations('home');
  const { member } = useMemberSession();
  const navigate = useNavigate();
  const home = useQuery(trpc.home.mine.queryOptions());
  const ask = useMutation(
    trpc.requests.start.mutationOptions({
      onSuccess: ({ requestId }) => navigate({ to: '/me/request/$requestId', params: { requestId } }),
    }),
  );
  const offer = useMutation(
    trpc.offers.start.mutationOptions({
      onSuccess: ({ offerId }) => navigate({ to: '/me/offer/$offerId', params: { offerId } }),
    }),
  );
  const data = home.data;
  const choices = data ? [...data.mayAskIn, ...data.mayOfferIn] : [];
  return (
    <Page title={t('title', { name: member.displayName.split(' ')[0] ?? '' })} lead={t('lead')}>
      <ProblemNote error={home.error} onRetry={() => void home.refetch()} />
      <LoadingRegion loading={home.isPending} shape="cards">
        {data && (
          <Stack gap="lg">
            {data.happenings.length === 0 && choices.length === 0 && <Text>{t('quiet')}</Text>}
            {data.happenings.map((one) => (
              <HappeningCard
                key={`${one.code} ${one.requestId ?? one.offerId ?? one.pairingId}`}
                happening={one}
              />
            ))}
            {data.requests.length + data.offers.length > 0 && (
              <div id="yours">
                <Section title={t('yours')}>
                  <Stack gap="xs">
                    {data.requests.map(({ requestId, program }) => (
                      <TextLink key={requestId} to="/me/request/$requestId" params={{ requestId }}>
                        {t('request', { program })}
                      </TextLink>
                    ))}
                    {data.offers.map(({ offerId, program }) => (
                      <TextLink key={offerId} to="/me/offer/$offerId" params={{ offerId }}>
                        {t('offer', { program })}
                      </TextLink>
                    ))}
                    <TextLink to="/me/profile">{t('profile')}</TextLink>
                    <TextLink to="/me/hours">{t('hours')}</TextLink>
                  </Stack>
                </Section>
              </div>
            )}
            {choices.length > 0 && (
              <Section title={t('begin')} lead={t('beginLead')}>
                <Group>
                  {data.mayAskIn.map(({ programId, name }) => (
                    <Button
                      key={programId}
                      variant="default"
                      onClick={() => ask.mutate({ programId })}
                      loading={ask.isPending}
                    >
                      {t('ask', { program: name })}
                    </Button>
                  ))}
                  {data.mayOfferIn.map(({ programId, name }) => (
                    <Button
                      key={programId}
                      variant="default"
                      onClick={() => offer.mutate({ programId })}
                      loading={offer.isPending}
                    >
                      {t('give', { program: name })}
                    </Button>
                  ))}
                </Group>
                <ProblemNote error={ask.error ?? offer.error} />
              </Section>
            )}
            {data.requests.length + data.offers.length === 0 && (
              <ButtonLink to="/me/profile" variant="default" w="fit-content">
                {t('profile')}
              </ButtonLink>
            )}
          </Stack>
        )}
      </LoadingRegion>
    </Page>
  );
}
