import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { MemberId, PairingId } from '@trellis/domain/ids';
import type { OwnPairingView } from '@trellis/domain/pairings/own-views';
import type { ReactNode } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useReasonWords } from '../../api/use-reason-words.ts';
import { TextLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { ReasonList } from '../../ui/reason-list.tsx';
import { Section } from '../../ui/section.tsx';
import { StepsGuide } from '../../ui/steps-guide.tsx';
import { AnswerForm } from './answer-form.tsx';
import { OwnMoves } from './own-moves.tsx';

const GUIDE = ['write', 'when', 'talk', 'share', 'after'] as const;

type Hours = (memberId: MemberId) => ReactNode;

/**
 * Why you two, who the other one is, and what comes next.
 * @param props.hours shows when the other one is free
 */
export function MyPairingPage(props: { hours: Hours }) {
  const t = useTranslations('my-pairings');
  const pairingId = useParams({ from: '/mine/me/pairings/$pairingId' }).pairingId as PairingId;
  const pairing = useQuery(trpc.myPairings.one.queryOptions({ pairingId }));
  const { data } = pairing;
  const name = data?.other.name ?? '';
  return (
    <Page
      title={data ? t('with', { name }) : t('loading')}
      lead={data && <What pairing={data} />}
      breadcrumbs={[
        <TextLink key="all" to="/me/pairings">
          {t('title')}
        </TextLink>,
      ]}
    >
      <ProblemNote error={pairing.error} onRetry={() => void pairing.refetch()} />
      <LoadingRegion loading={pairing.isPending}>
        {data && <Pairing pairing={data} hours={props.hours} />}
      </LoadingRegion>
    </Page>
  );
}

/** Where the two stand, in a sentence. */
function What(props: { pairing: OwnPairingView }) {
  const t = useTranslations('my-pairings');
  const format = useFormatter();
  const { status, program, other, resumeOn } = props.pairing;
  if (status !== 'paused' || resumeOn === null) return t(`what.${status}`, { name: other.name, program });
  // A calendar day, not a moment: shown as it is written, on whatever clock.
  const day = format.dateTime(new Date(`${resumeOn}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' });
  return t('pausedUntil', { day });
}

function Pairing(props: { pairing: OwnPairingView; hours: Hours }) {
  const t = useTranslations('my-pairings');
  const format = useFormatter();
  const { pairing } = props;
  const say = useReasonWords(pairing.terms, pairing.place);
  const guided = pairing.status === 'meeting' || pairing.status === 'active';
  return (
    <Stack gap="lg">
      {pairing.asked && <AnswerForm pairing={pairing} />}
      {pairing.reasons.length > 0 && (
        <Section title={t('why')} lead={t('whyLead')}>
          <ReasonList
            label={t('why')}
            reasons={pairing.reasons.map((reason, i) => ({
              id: `${i} ${reason.code}`,
              kind: reason.code === 'bridge' || reason.code === 'neighboring_move' ? 'news' : 'shared',
              text: say(reason, pairing),
            }))}
          />
          {pairing.sharedMinutes !== null && pairing.sharedMinutes > 0 && (
            <Text mt="md">
              {t('hours', { hours: format.number(pairing.sharedMinutes / 60, { maximumFractionDigits: 1 }) })}
            </Text>
          )}
        </Section>
      )}
      <Other pairing={pairing} />
      {props.hours(pairing.other.memberId)}
      {guided && (
        <Section title={t('guide.title')} lead={t('guide.lead')}>
          <StepsGuide
            label={t('guide.title')}
            steps={GUIDE.map((step) => ({
              id: step,
              title: t(`guide.${step}.title`),
              detail: t(`guide.${step}.words`),
            }))}
          />
        </Section>
      )}
      {pairing.agreementText && (
        <Section title={t('agreement')}>
          <Text style={{ whiteSpace: 'pre-line' }}>{pairing.agreementText}</Text>
        </Section>
      )}
      <OwnMoves pairing={pairing} />
    </Stack>
  );
}

function Other(props: { pairing: OwnPairingView }) {
  const t = useTranslations('my-pairings.other');
  const locale = useLocale();
  const { other } = props.pairing;
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const lines = [
    [t(props.pairing.place === 'mentee' ? 'helpsWith' : 'goals'), other.goals.map(({ name }) => name)],
    [t('skills'), other.skills.map(({ name }) => name)],
    [t('industries'), other.industries.map(({ name }) => name)],
    [t('languages'), other.languages.map((tag) => languages.of(tag) ?? tag)],
  ] as const;
  return (
    <Section title={t('title', { name: other.name })} {...(other.headline ? { lead: other.headline } : {})}>
      <Stack gap="sm">
        {other.note && <Text fs="italic">{t('quote', { text: other.note })}</Text>}
        {other.about && <Text style={{ whiteSpace: 'pre-line' }}>{other.about}</Text>}
        {lines
          .filter(([, words]) => words.length > 0)
          .map(([label, words]) => (
            <div key={label}>
              <Text size="sm" c="dimmed">
                {label}
              </Text>
              <Text>{words.join(', ')}</Text>
            </div>
          ))}
        {other.email && (
          <Text>
            {t('write')} <Anchor href={`mailto:${other.email}`}>{other.email}</Anchor>
          </Text>
        )}
      </Stack>
    </Section>
  );
}
