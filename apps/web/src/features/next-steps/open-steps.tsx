import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { NextStepView } from '@trellis/domain/next-steps/views';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { inDays } from '../../ui/in-days.ts';
import { TextLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Section } from '../../ui/section.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { PromiseForm } from './promise-form.tsx';

/** What was promised to those who wait, earliest first, and who waits without a promise. */
export function OpenSteps() {
  const t = useTranslations('next-steps');
  const list = useQuery(trpc.nextSteps.list.queryOptions({ programId: null }));
  const [promising, setPromising] = useState(false);
  const without = list.data?.without ?? [];
  return (
    <LoadingRegion loading={list.isPending}>
      <ProblemNote error={list.error} onRetry={() => void list.refetch()} />
      {list.data && (
        <Stack>
          {without.length > 0 && (
            <Section title={t('without.title')} lead={t('without.lead')}>
              <Text>
                {without
                  .slice(0, 12)
                  .map(({ name }) => name)
                  .join(', ')}
                {without.length > 12 && ' …'}
              </Text>
              {promising ? (
                <PromiseForm
                  requestIds={without.map(({ requestId }) => requestId)}
                  onDone={() => setPromising(false)}
                />
              ) : (
                <Button mt="sm" variant="default" onClick={() => setPromising(true)}>
                  {t('without.action')}
                </Button>
              )}
            </Section>
          )}
          <Section
            title={t('open.title')}
            lead={list.data.steps.length === 0 ? t('open.none') : t('open.lead')}
          >
            <Stack component="ul" gap="xs" p={0} m={0}>
              {list.data.steps.map((step) => (
                <Step key={step.id} step={step} />
              ))}
            </Stack>
          </Section>
        </Stack>
      )}
    </LoadingRegion>
  );
}

function Step(props: { step: NextStepView }) {
  const t = useTranslations('next-steps');
  const format = useFormatter();
  const { step } = props;
  const again = () => queryClient.invalidateQueries({ queryKey: trpc.nextSteps.pathKey() });
  const finish = useMutation(trpc.nextSteps.finish.mutationOptions({ onSettled: again }));
  const due = format.dateTime(new Date(`${step.dueOn}T12:00:00`), { dateStyle: 'medium' });
  const late = step.dueOn < inDays(0);
  return (
    <Paper component="li" withBorder p="sm" style={{ listStyle: 'none' }}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <div>
          <TextLink to="/people/$memberId" params={{ memberId: step.memberId }} fw={600}>
            {step.name}
          </TextLink>
          <Text>{step.words ?? t(`kinds.${step.kind}`)}</Text>
          <Text size="sm" c="dimmed">
            {t(late ? 'open.wasDue' : 'open.due', { owner: step.owner, due, program: step.program })}
          </Text>
        </div>
        <Button
          size="sm"
          variant="default"
          flex="none"
          loading={finish.isPending}
          aria-label={t('open.doneFor', { name: step.name })}
          onClick={() =>
            finish.mutate(
              { nextStepId: step.id, done: true },
              {
                onSuccess: () =>
                  showUndo({
                    message: t('open.finished', { name: step.name }),
                    onUndo: () => finish.mutate({ nextStepId: step.id, done: false }),
                  }),
              },
            )
          }
        >
          {t('open.done')}
        </Button>
      </Group>
    </Paper>
  );
}
