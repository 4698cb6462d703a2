import { Group, Progress, Select, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FIT_SCALE, type Fit } from '@trellis/domain/fit/fit';
import { reasonInWords } from '@trellis/domain/fit/words/words';
import type { OfferId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { ExamplePair as Pair } from '@trellis/domain/programs/example-pair';
import type { RuleSettings, Weights } from '@trellis/domain/programs/settings';
import { useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { refusalFacts } from '../../api/problem.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useLanguage } from '../../i18n/language-provider.tsx';
import { FitBar } from '../../ui/fit-bar.tsx';
import { fitLevel } from '../../ui/fit-levels.ts';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { ReasonList } from '../../ui/reason-list.tsx';
import { Section } from '../../ui/section.tsx';
import { exampleFit } from './example-fit.ts';

/** Two real people of the program, and what these settings make of them, at once. */
export function ExamplePair(props: { programId: ProgramId; weights: Weights; rules: RuleSettings }) {
  const t = useTranslations('programs.example');
  const { programId } = props;
  const [requestId, setRequestId] = useState<RequestId | null>(null);
  const [offerId, setOfferId] = useState<OfferId | null>(null);
  const people = useQuery(trpc.programs.readiness.queryOptions({ programId }));
  const pair = useQuery({
    ...trpc.programs.examplePair.queryOptions({ programId, requestId, offerId }),
    placeholderData: keepPreviousData,
  });
  const nobody = refusalFacts(pair.error, 'not_found') !== null;
  return (
    <Section title={t('title')} lead={t('lead')}>
      <LoadingRegion loading={pair.isPending} label={t('loading')}>
        {nobody ? (
          <Text>{t('none')}</Text>
        ) : (
          <ProblemNote error={pair.error} onRetry={() => void pair.refetch()} />
        )}
        {pair.data && (
          <Stack gap="md">
            <Group grow gap="sm" align="end">
              <Select
                label={t('mentee')}
                searchable
                limit={50}
                data={(people.data?.requests ?? []).map((one) => ({ value: one.requestId, label: one.name }))}
                value={requestId ?? pair.data.request.id}
                allowDeselect={false}
                onChange={(value) => setRequestId(value as RequestId | null)}
              />
              <Select
                label={t('mentor')}
                searchable
                limit={50}
                data={(people.data?.offers ?? []).map((one) => ({ value: one.offerId, label: one.name }))}
                value={offerId ?? pair.data.offer.id}
                allowDeselect={false}
                onChange={(value) => setOfferId(value as OfferId | null)}
              />
            </Group>
            <LiveFit pair={pair.data} weights={props.weights} rules={props.rules} />
          </Stack>
        )}
      </LoadingRegion>
    </Section>
  );
}

/** Reasons first, numbers second. */
function LiveFit(props: { pair: Pair; weights: Weights; rules: RuleSettings }) {
  const t = useTranslations('programs');
  const format = useFormatter();
  const { locale } = useLanguage();
  const { pair, weights, rules } = props;
  const { fit, reasons, broken } = useMemo(() => exampleFit(pair, weights, rules), [pair, weights, rules]);
  const terms = useMemo(() => new Map(pair.terms.map(({ id, name }) => [id, name])), [pair]);
  const telling = {
    audience: 'staff',
    mentee: pair.mentee.displayName,
    mentor: pair.mentor.displayName,
    term: (id: Pair['terms'][number]['id']) => terms.get(id) ?? '…',
  } as const;
  const names = format.list(broken.map((rule) => t(`brokenRule.${rule}`)));
  return (
    <Stack gap="md">
      <Text fw={550} c={broken.length > 0 ? 'var(--mantine-color-error)' : 'dimmed'} size="sm">
        {broken.length > 0 ? t('example.broken', { rules: names }) : t('example.allowed')}
      </Text>
      <ReasonList
        label={t('example.reasons')}
        reasons={reasons.map((reason) => ({
          id: reason.code,
          kind: reason.code === 'bridge' ? 'news' : reason.code.startsWith('little') ? 'care' : 'shared',
          text: reasonInWords(reason, telling, locale),
        }))}
      />
      <FitBar trust={share(fit.trust)} reach={share(fit.reach)} />
      <Parts fit={fit} weights={weights} />
      <Text size="sm" c="dimmed">
        {fit.parts.every((part) => part.share === 0)
          ? t('example.fitUnknown')
          : t('example.fit', { fit: Math.round(fit.fit / (FIT_SCALE / 100)) })}
      </Text>
    </Stack>
  );
}

/** Which criterion gives how much, as a quiet list. */
function Parts(props: { fit: Fit; weights: Weights }) {
  const t = useTranslations('programs');
  return (
    <Stack gap={6} component="ul" aria-label={t('example.parts')} p={0} m={0}>
      {props.fit.parts.map(({ criterion, value, share: counts }) => {
        const name = t(`criterion.${criterion}.label`);
        const percent = Math.round(counts / (FIT_SCALE / 100));
        const level = t('example.level', { level: fitLevel(share(value)) });
        const words =
          value === null
            ? t('example.noEvidence', { criterion: name })
            : percent === 0
              ? t('example.notCounted', { criterion: name })
              : t('example.part', { criterion: name, level, share: percent });
        return (
          <li key={criterion} style={{ listStyle: 'none' }}>
            <Text size="sm" {...(value === null || percent === 0 ? { c: 'dimmed' } : {})}>
              {words}
            </Text>
            <Progress value={percent} size="sm" aria-hidden="true" />
          </li>
        );
      })}
    </Stack>
  );
}

const share = (value: number | null): number | null => (value === null ? null : value / FIT_SCALE);
