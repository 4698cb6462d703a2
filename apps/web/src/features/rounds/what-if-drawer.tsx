import { Button, Drawer, Group, Progress, Stack, Tabs, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RoundView } from '@trellis/domain/rounds/views';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import type { SettingsFields } from './settings-fields.ts';
import { useAddedName } from './use-added-name.ts';
import styles from './what-if.module.css';
import { WhatIfChanges, WhatIfHeadline, WhatIfWords } from './what-if-answer.tsx';
import { draftOf, inputOf } from './what-if-draft.ts';
import { WhatIfKeep } from './what-if-keep.tsx';
import { WhatIfMentors } from './what-if-mentors.tsx';
import { WhatIfSeats } from './what-if-seats.tsx';

/** A slider at rest for so long is tried out. Milliseconds. */
const REST = 250;
/** Only what takes longer is worth a bar and a way to stop it. Milliseconds. */
const SOON = 1000;

const NO_CHOICES = { offers: [], timeZones: [] };

/** Other settings, seats and mentors tried on the people of a round: who would meet somebody else. Nothing is saved until it is kept. */
export function WhatIfDrawer(props: {
  round: RoundView;
  settings: SettingsFields;
  opened: boolean;
  onClose: () => void;
}) {
  const t = useTranslations('rounds.whatIf');
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      position="right"
      size="min(70rem, 100%)"
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <WhatIf round={props.round} settings={props.settings} onClose={props.onClose} />
    </Drawer>
  );
}

function WhatIf(props: { round: RoundView; settings: SettingsFields; onClose: () => void }) {
  const t = useTranslations('rounds.whatIf');
  const { round, settings: Fields } = props;
  const [draft, setDraft] = useState(() => draftOf(round));
  const [rested] = useDebouncedValue(draft, REST);
  const asked = trpc.rounds.whatIf.queryOptions(inputOf(round, rested), { trpc: { abortOnUnmount: true } });
  const answer = useQuery({
    ...asked,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const choices = useQuery({
    ...trpc.rounds.whatIfChoices.queryOptions({ roundId: round.id }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const known = choices.data ?? NO_CHOICES;
  const nameOf = useAddedName(known);
  const isLong = useAfter(answer.isFetching, SOON);
  const isStopped = !answer.isFetching && !answer.error && (!answer.data || answer.isPlaceholderData);
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('lead')}</Text>
      <div className={styles.columns}>
        <section className={styles.answer} aria-label={t('result')}>
          <div className={styles.now}>
            <ProblemNote error={answer.error} onRetry={() => void answer.refetch()} />
            <div role="status" aria-busy={answer.isFetching}>
              {isStopped ? (
                <Text fw={600}>{t('stopped')}</Text>
              ) : answer.data ? (
                <WhatIfHeadline answer={answer.data} />
              ) : (
                <Text>{t('working')}</Text>
              )}
            </div>
            {isLong && (
              <Group gap="sm" wrap="nowrap" mt="xs">
                <Progress value={100} animated style={{ flex: 1 }} aria-label={t('working')} />
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => void queryClient.cancelQueries({ queryKey: asked.queryKey })}
                >
                  {t('stop')}
                </Button>
              </Group>
            )}
            {isStopped && (
              <Button size="compact-sm" variant="default" mt="xs" onClick={() => void answer.refetch()}>
                {t('again')}
              </Button>
            )}
            <WhatIfKeep
              round={round}
              draft={draft}
              onDrop={() => {
                setDraft(draftOf(round));
                props.onClose();
              }}
              onDone={props.onClose}
            />
          </div>
          {answer.data && !isStopped && (
            <div className={styles.details} data-old={answer.isPlaceholderData}>
              <WhatIfWords answer={answer.data} />
              <WhatIfChanges
                answer={answer.data}
                nameOfAdded={(at) => {
                  const added = rested.mentors[at];
                  return added ? t('newMentor', { who: nameOf(added) }) : '';
                }}
              />
            </div>
          )}
        </section>
        {/* What is written in one tab stays there, and is drawn with the others: a tab opens at once. */}
        <Tabs defaultValue="settings" keepMountedMode="display-none" className={styles.controls}>
          <Tabs.List grow>
            <Tabs.Tab value="settings">{t('tab.settings')}</Tabs.Tab>
            <Tabs.Tab value="seats">{t('tab.seats')}</Tabs.Tab>
            <Tabs.Tab value="mentors">{t('tab.mentors')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="settings" pt="md">
            <Fields
              value={draft.settings}
              onChange={(settings) => setDraft((last) => ({ ...last, settings }))}
            />
          </Tabs.Panel>
          <Tabs.Panel value="seats" pt="md">
            <WhatIfSeats
              offers={known.offers}
              value={draft.seats}
              onChange={(seats) => setDraft((last) => ({ ...last, seats }))}
            />
          </Tabs.Panel>
          <Tabs.Panel value="mentors" pt="md">
            <WhatIfMentors
              choices={known}
              value={draft.mentors}
              onChange={(mentors) => setDraft((last) => ({ ...last, mentors }))}
            />
          </Tabs.Panel>
        </Tabs>
      </div>
    </Stack>
  );
}

/** True once something has gone on for so many milliseconds without a break. */
function useAfter(goesOn: boolean, milliseconds: number): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!goesOn) return;
    const timer = setTimeout(() => setLong(true), milliseconds);
    return () => clearTimeout(timer);
  }, [goesOn, milliseconds]);
  return isLong;
}
