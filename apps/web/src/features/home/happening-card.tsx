import { Text } from '@mantine/core';
import type { Happening } from '@trellis/domain/next-steps/happening';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ButtonLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';

/** One thing that happens next: what it is, when, and the one thing to do, if there is one. */
export function HappeningCard(props: { happening: Happening }) {
  const t = useTranslations('home');
  const format = useFormatter();
  const { happening } = props;
  const { step } = happening;
  const who = { name: happening.withWhom ?? '', program: happening.program };
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' });
  return (
    <Section title={t(`happenings.${happening.code}.title`, who)}>
      <Text>{t(`happenings.${happening.code}.words`, who)}</Text>
      {step && (
        <Text mt="xs" fw={550}>
          {t('step', {
            what: step.words ?? t(`steps.${step.kind}`),
            owner: step.owner,
            due: day(new Date(`${step.due}T12:00:00`)),
          })}
        </Text>
      )}
      {happening.until && (
        <Text mt="xs" c="dimmed">
          {t('until', { day: day(new Date(happening.until)) })}
        </Text>
      )}
      <Action happening={happening} />
    </Section>
  );
}

function Action(props: { happening: Happening }): ReactNode {
  const t = useTranslations('home.actions');
  const { code, requestId, offerId, pairingId } = props.happening;
  if (pairingId) {
    return (
      <ButtonLink to="/me/pairings/$pairingId" params={{ pairingId }} mt="md">
        {t(code === 'asked' ? 'answer' : 'open')}
      </ButtonLink>
    );
  }
  if (requestId && (code === 'finish_request' || code === 'request_resting')) {
    return (
      <ButtonLink to="/me/request/$requestId" params={{ requestId }} mt="md">
        {t('finish')}
      </ButtonLink>
    );
  }
  if (requestId && code !== 'request_withdrawn' && code !== 'ended_well') {
    return (
      <ButtonLink to="/me/request/$requestId/wishes" params={{ requestId }} mt="md" variant="default">
        {t('wishes')}
      </ButtonLink>
    );
  }
  if (offerId && (code === 'finish_offer' || code === 'say_capacity')) {
    return (
      <ButtonLink to="/me/offer/$offerId" params={{ offerId }} mt="md">
        {t('finish')}
      </ButtonLink>
    );
  }
  if (offerId && code !== 'waiting_for_someone_who_fits') {
    return (
      <ButtonLink to="/me/offer/$offerId" params={{ offerId }} mt="md" variant="default">
        {t('open')}
      </ButtonLink>
    );
  }
  if (requestId && code === 'request_withdrawn') {
    return (
      <ButtonLink to="/me/request/$requestId" params={{ requestId }} mt="md" variant="default">
        {t('open')}
      </ButtonLink>
    );
  }
  return null;
}
