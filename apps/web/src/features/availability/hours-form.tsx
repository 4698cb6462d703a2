import { Button, Group, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import type { HoursView } from '@trellis/domain/availability/views';
import type { WeeklyHours } from '@trellis/domain/availability/weekly-hours';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import type { Whose } from '../../api/whose.ts';
import { SaveState } from '../../ui/save-state.tsx';
import { Section } from '../../ui/section.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useAutosave } from '../../ui/use-autosave.ts';
import { HoursGrid } from './hours-grid.tsx';
import { HoursList } from './hours-list.tsx';
import { likeMonday } from './use-painting.ts';

/** Paints a usual week and saves it as one paints. */
export function HoursForm(props: { view: HoursView; whose: Whose }) {
  const t = useTranslations('availability');
  const { memberId, voice } = props.whose;
  const [hours, setHours] = useState<WeeklyHours>(props.view.hours);
  const byTouch = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false });
  const save = useMutation(
    trpc.availability.save.mutationOptions({
      onSuccess: () =>
        Promise.all(
          [trpc.availability.pathKey(), trpc.members.pathKey()].map((queryKey) =>
            queryClient.invalidateQueries({ queryKey, refetchType: 'none' }),
          ),
        ),
    }),
  );
  const { saving, change } = useAutosave<WeeklyHours>((next) =>
    save.mutateAsync({ memberId, hours: [...next] }),
  );
  const set = (next: WeeklyHours) => {
    setHours(next);
    change(next);
  };
  const setWithUndo = (next: WeeklyHours, message: string) => {
    const before = hours;
    set(next);
    showUndo({ message, onUndo: () => set(before) });
  };
  return (
    <Stack gap="lg">
      <div>
        <SaveState saving={saving} />
        <ProblemNote error={save.error} />
      </div>
      <Section title={t(`${voice}.week`)} lead={byTouch ? t(`${voice}.howTouch`) : t(`${voice}.how`)}>
        <Stack gap="sm">
          <Group gap="xs">
            <Button
              variant="default"
              onClick={() => setWithUndo(likeMonday(hours), t('copied'))}
              disabled={!hours.some(({ weekday }) => weekday === 1)}
            >
              {t('copyMonday')}
            </Button>
            <Button
              variant="subtle"
              onClick={() => setWithUndo([], t('emptied'))}
              disabled={hours.length === 0}
            >
              {t('empty')}
            </Button>
          </Group>
          <HoursGrid label={t(`${voice}.grid`)} hours={hours} onChange={set} />
        </Stack>
      </Section>
      <Section title={t('inWords')}>
        <HoursList hours={hours} />
      </Section>
    </Stack>
  );
}
