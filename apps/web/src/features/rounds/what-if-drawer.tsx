import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { RoundView, WhatIfView } from '@trellis/domain/rounds/views';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import type { RoundSettings, SettingsFields } from './settings-fields.ts';
import { useMatch } from './use-match.ts';
import styles from './what-if.module.css';

/** A slider at rest for so long is tried out. Milliseconds. */
const REST = 250;

/** Other settings tried on the people of a round: who would meet somebody else. Nothing is saved until it is kept. */
export function WhatIfDrawer(props: {
  round: RoundView;
  settings: SettingsFields;
  opened: boolean;
  onClose: () => void;
}) {
  const t = useTranslations('rounds.whatIf');
  const { round, settings: Fields } = props;
  const own = { objective: round.objective, weights: round.weights, rules: round.rules };
  const [value, setValue] = useState<RoundSettings>(own);
  const [rested] = useDebouncedValue(value, REST);
  const answer = useQuery({
    ...trpc.rounds.whatIf.queryOptions({ roundId: round.id, ...rested }),
    enabled: props.opened,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const save = useMutation(trpc.programs.save.mutationOptions());
  const match = useMatch();

  async function keep() {
    await save.mutateAsync({ programId: round.programId, change: value });
    await queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() });
    await match.mutateAsync({ programId: round.programId });
    props.onClose();
  }

  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      position="right"
      size="lg"
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="lg">
        <Text c="dimmed">{t('lead')}</Text>
        <div className={styles.answer}>
          <ProblemNote error={answer.error} onRetry={() => void answer.refetch()} />
          <ProblemNote error={save.error ?? match.error} />
          <div role="status" aria-busy={answer.isFetching}>
            {answer.data ? <Headline answer={answer.data} /> : <Text>{t('working')}</Text>}
          </div>
          <Group mt="sm" gap="sm">
            <Button loading={save.isPending || match.isPending} onClick={() => void keep().catch(() => {})}>
              {t('keep')}
            </Button>
            <Button variant="default" onClick={() => setValue(own)}>
              {t('reset')}
            </Button>
          </Group>
        </div>
        {answer.data && <Changes answer={answer.data} />}
        <Fields value={value} onChange={setValue} />
      </Stack>
    </Drawer>
  );
}

/** So many changed people are named. */
const MOST_NAMED = 12;

function Headline(props: { answer: WhatIfView }) {
  const t = useTranslations('rounds.whatIf');
  const { answer } = props;
  if (answer.status !== 'compared') {
    return <Text fw={600}>{answer.status === 'no_plan' ? t('noPlan') : t('tooSlow')}</Text>;
  }
  const more = answer.after.served - answer.before.served;
  const changed = answer.changed.length;
  if (changed === 0) return <Text fw={600}>{t('same')}</Text>;
  return (
    <Text fw={600}>
      {more < 0 ? t('fewer', { fewer: -more, changed }) : t('compared', { served: more, changed })}
    </Text>
  );
}

function Changes(props: { answer: WhatIfView }) {
  const t = useTranslations('rounds.whatIf');
  const format = useFormatter();
  if (props.answer.status !== 'compared' || props.answer.changed.length === 0) return null;
  const { changed } = props.answer;
  const names = (list: (typeof changed)[number]['before']) =>
    list.length === 0 ? t('nobody') : format.list(list.map(({ name }) => name));
  return (
    <div>
      <ul aria-label={t('changes')} className={styles.changes}>
        {changed.slice(0, MOST_NAMED).map((one) => (
          <Text component="li" key={one.requestId} size="sm">
            <b>{one.mentee}</b>: {t('change', { before: names(one.before), after: names(one.after) })}
          </Text>
        ))}
      </ul>
      {changed.length > MOST_NAMED && (
        <Text size="sm" c="dimmed">
          {t('more', { count: changed.length - MOST_NAMED })}
        </Text>
      )}
    </div>
  );
}
