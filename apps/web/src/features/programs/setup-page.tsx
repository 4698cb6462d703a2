import { Button, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ProgramId } from '@trellis/domain/ids';
import type { ProgramChange } from '@trellis/domain/programs/inputs';
import { CONSENT_ORDERS } from '@trellis/domain/programs/kinds';
import type { ProgramView } from '@trellis/domain/programs/views';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { TextLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { Section } from '../../ui/section.tsx';
import { useAutosave } from '../../ui/use-autosave.ts';
import { ExamplePair } from './example-pair.tsx';
import { ObjectiveField, RuleFields, WeightFields } from './settings-fields.tsx';
import styles from './setup.module.css';

/**
 * How a program is set up; saves as one types.
 * @param props.neverPair the list of people who are kept apart, which is not this program's alone
 */
export function SetupPage(props: { neverPair: (programId: ProgramId) => ReactNode }) {
  const t = useTranslations('programs.setup');
  const programId = useParams({ from: '/staff/programs/$programId' }).programId as ProgramId;
  const program = useQuery(trpc.programs.one.queryOptions({ programId }));
  if (program.data) {
    return <Setup key={programId} program={program.data} neverPair={props.neverPair(programId)} />;
  }
  return (
    <LoadingRegion loading={program.isPending} label={t('loading')}>
      <ProblemNote error={program.error} onRetry={() => void program.refetch()} />
    </LoadingRegion>
  );
}

function Setup(props: { program: ProgramView; neverPair: ReactNode }) {
  const t = useTranslations('programs');
  const { program } = props;
  // What is on the screen; what others change meanwhile shows after the page is opened anew.
  const [form, setForm] = useState(program);
  const save = useMutation(trpc.programs.save.mutationOptions());
  const unsent = useRef<ProgramChange>({});
  const autosave = useAutosave<ProgramChange>(async (sent) => {
    unsent.current = {};
    try {
      await save.mutateAsync({ programId: program.id, change: sent });
    } catch (error) {
      unsent.current = { ...sent, ...unsent.current };
      throw error;
    }
    await queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() });
  });

  function change(part: ProgramChange) {
    setForm((last) => ({ ...last, ...part }) as ProgramView);
    unsent.current = { ...unsent.current, ...part };
    // An empty name waits until it is one.
    if (unsent.current.name?.trim() === '') return;
    autosave.change(unsent.current);
  }

  return (
    <Page
      title={t('setup.title', { name: program.name })}
      lead={t('setup.lead')}
      width="wide"
      action={<SaveState saving={autosave.saving} />}
      breadcrumbs={[
        <TextLink key="programs" to="/programs">
          {t('list.title')}
        </TextLink>,
      ]}
    >
      <Stack gap="lg">
        <ProblemNote error={save.error} />
        <Opening program={program} />
        <Section title={t('setup.basics')}>
          <Stack gap="md">
            <TextInput
              label={t('setup.name')}
              value={form.name}
              maxLength={120}
              onChange={(event) => change({ name: event.currentTarget.value })}
              onBlur={autosave.flush}
              error={form.name.trim() === '' ? t('start.nameNeeded') : null}
            />
            <Textarea
              label={t('setup.description')}
              description={t('setup.descriptionHint')}
              autosize
              minRows={2}
              maxLength={2000}
              value={form.description ?? ''}
              onChange={(event) => change({ description: event.currentTarget.value })}
              onBlur={autosave.flush}
            />
            <Text c="dimmed">{t('setup.kindIs', { kind: t(`kind.${program.kind}`) })}</Text>
          </Stack>
        </Section>
        <Section title={t('setup.objective')}>
          <ObjectiveField value={form.objective} onChange={(objective) => change({ objective })} />
        </Section>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
          <Section title={t('setup.weights')} lead={t('setup.weightsHint')}>
            <WeightFields value={form.weights} onChange={(weights) => change({ weights })} />
          </Section>
          <div className={styles.inSight}>
            <ExamplePair programId={program.id} weights={form.weights} rules={form.rules} />
          </div>
        </SimpleGrid>
        <Section title={t('setup.rules')} lead={t('setup.rulesHint')}>
          <RuleFields value={form.rules} onChange={(rules) => change({ rules })} />
        </Section>
        {props.neverPair}
        <Section title={t('setup.consent')}>
          <ChoiceCards
            label={t('setup.consent')}
            options={CONSENT_ORDERS.map((value) => ({
              value,
              label: t(`consent.${value}.label`),
              detail: t(`consent.${value}.detail`),
            }))}
            value={form.consentOrder}
            onChange={(consentOrder) => change({ consentOrder })}
          />
        </Section>
        <Section title={t('setup.agreement')}>
          <Textarea
            label={t('setup.agreementLabel')}
            description={t('setup.agreementHint')}
            autosize
            minRows={5}
            maxRows={20}
            maxLength={20_000}
            value={form.agreementText ?? ''}
            onChange={(event) => change({ agreementText: event.currentTarget.value })}
            onBlur={autosave.flush}
          />
        </Section>
      </Stack>
    </Page>
  );
}

/** Draft, open or closed, what that means, and the step to the next. */
function Opening(props: { program: ProgramView }) {
  const t = useTranslations('programs');
  const { id, status } = props.program;
  const move = useMutation(
    trpc.programs.move.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() }),
    }),
  );
  const hint = { draft: 'openHint', open: 'closeHint', closed: 'closedHint' } as const;
  const word = { draft: 'open', open: 'close', closed: 'reopen' } as const;
  return (
    <Section title={t(`status.${status}`)} lead={t(`setup.${hint[status]}`)}>
      <ProblemNote error={move.error} />
      <Button
        variant={status === 'open' ? 'default' : 'filled'}
        loading={move.isPending}
        onClick={() => move.mutate({ programId: id, to: status === 'open' ? 'closed' : 'open' })}
      >
        {t(`setup.${word[status]}`)}
      </Button>
    </Section>
  );
}
