import { SegmentedControl, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ProgramId } from '@trellis/domain/ids';
import { LEAST_TO_COMPARE } from '@trellis/domain/outcomes/compare';
import { OUTCOME_SCOPES, type OutcomeScope } from '@trellis/domain/outcomes/inputs';
import { TOGETHER_DAYS } from '@trellis/domain/outcomes/story';
import type { OutcomesView } from '@trellis/domain/outcomes/views';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { CriterionRow } from './criterion-row.tsx';
import { pairingsPerDot } from './dots-for.ts';
import styles from './outcomes.module.css';

const WEEKS = TOGETHER_DAYS / 7;

/** Looks back: which pairings went on, and how each criterion stood for them, beside what it weighs today. */
export function OutcomesPage() {
  const t = useTranslations('outcomes');
  const programId = useParams({ from: '/staff/programs/$programId' }).programId as ProgramId;
  const [scope, setScope] = useState<OutcomeScope>('program');
  const outcomes = useQuery({
    ...trpc.outcomes.compare.queryOptions({ programId, scope }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <Stack gap="lg">
        <SegmentedControl
          aria-label={t('scope.label')}
          className={styles.scope}
          value={scope}
          onChange={(value) => setScope(value as OutcomeScope)}
          data={OUTCOME_SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
        />
        <ProblemNote error={outcomes.error} onRetry={() => void outcomes.refetch()} />
        <LoadingRegion loading={outcomes.isPending} label={t('loading')} shape="cards">
          {outcomes.data && <Outcomes programId={programId} view={outcomes.data} />}
        </LoadingRegion>
      </Stack>
    </Page>
  );
}

function Outcomes(props: { programId: ProgramId; view: OutcomesView }) {
  const t = useTranslations('outcomes');
  const { programId, view } = props;
  if (view.wentOn + view.didNot === 0) {
    return (
      <EmptyState
        title={t('empty.title')}
        action={
          <ButtonLink to="/programs/$programId/board" params={{ programId }}>
            {t('empty.action')}
          </ButtonLink>
        }
      >
        {t('empty.advice', { weeks: WEEKS, tooEarly: view.tooEarly })}
      </EmptyState>
    );
  }
  return (
    <>
      <Counts view={view} />
      <Criteria programId={programId} view={view} />
      <Section title={t('care.title')}>
        <ul className={styles.care}>
          {(['back', 'few', 'proposed', 'cause'] as const).map((line) => (
            <Text component="li" key={line}>
              {t(`care.${line}`)}
            </Text>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Counts(props: { view: OutcomesView }) {
  const t = useTranslations('outcomes.counts');
  const { wentOn, didNot, tooEarly, withoutValues } = props.view;
  return (
    <Section title={t('title')}>
      <dl className={styles.counts}>
        <div>
          <dt>{t('wentOn', { count: wentOn })}</dt>
          <dd>{t('wentOnIs', { weeks: WEEKS })}</dd>
        </div>
        <div>
          <dt>{t('didNot', { count: didNot })}</dt>
          <dd>{t('didNotIs', { weeks: WEEKS })}</dd>
        </div>
        <div>
          <dt>{t('tooEarly', { count: tooEarly })}</dt>
          <dd>{t('tooEarlyIs')}</dd>
        </div>
      </dl>
      {withoutValues > 0 && (
        <Text mt="md" c="dimmed">
          {t('withoutValues', { count: withoutValues })}
        </Text>
      )}
    </Section>
  );
}

function Criteria(props: { programId: ProgramId; view: OutcomesView }) {
  const t = useTranslations('outcomes');
  const { programId, view } = props;
  if (view.criteria.every(({ verdict }) => verdict === 'too_few')) {
    return (
      <EmptyState title={t('tooFew.title')}>{t('tooFew.advice', { least: LEAST_TO_COMPARE })}</EmptyState>
    );
  }
  const perDot = pairingsPerDot(view.criteria);
  return (
    <Section title={t('criteria.title')} lead={t('criteria.lead')}>
      <Text className={styles.how}>{t('criteria.how')}</Text>
      <div className={styles.legend}>
        <Text size="sm" className={styles.wentOnKey}>
          {t('criteria.wentOn')}
        </Text>
        <Text size="sm" className={styles.didNotKey}>
          {t('criteria.didNot')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('criteria.dot', { perDot })}
        </Text>
      </div>
      <ul className={styles.rows}>
        {view.criteria.map((row) => (
          <CriterionRow key={row.criterion} row={row} perDot={perDot} />
        ))}
      </ul>
      <ButtonLink mt="md" to="/programs/$programId/rounds" params={{ programId }} variant="default">
        {t('criteria.whatIf')}
      </ButtonLink>
    </Section>
  );
}
