import { Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import type { WeeklyHours } from '@trellis/domain/availability/weekly-hours';
import type { SharedWeek, SideBySideView } from '@trellis/domain/pairings/views';
import { useFormatter, useTranslations } from 'use-intl';
import { useClockWords } from '../../ui/use-clock-words.ts';
import { WeekStrip } from '../../ui/week-strip.tsx';

type Whose = SharedWeek['whose'];

/** When both are free: a picture of the two weeks on a clock of one's choice, and the shared hours in words. */
export function SharedWeeks(props: { both: SideBySideView }) {
  const t = useTranslations('pairings.week');
  const format = useFormatter();
  const hoursInWords = useHoursInWords();
  const [wanted, choose] = useLocalStorage<Whose>({ key: 'trellis-board-clock', defaultValue: 'viewer' });
  const { weeks, sharedMinutes } = props.both;
  const names = { mentee: props.both.mentee.name, mentor: props.both.mentor.name };
  const week = weeks.find(({ whose }) => whose === wanted) ?? weeks[0];
  const label = (whose: Whose) => (whose === 'viewer' ? t('yours') : t('of', { name: names[whose] }));
  if (!week) {
    return (
      <section aria-label={t('title')}>
        <Title order={3} size="h4">
          {t('title')}
        </Title>
        <Text c="dimmed">{t('nothing')}</Text>
      </section>
    );
  }
  const silent = (['mentee', 'mentor'] as const).find((place) => week[place].length === 0);
  const summary = silent
    ? t('silent', { name: names[silent] })
    : week.shared.length === 0
      ? t('apart')
      : t('together', {
          hours: format.number((sharedMinutes ?? 0) / 60, { maximumFractionDigits: 1 }),
          when: hoursInWords(week.shared),
        });
  const zone = week.timeZone.replaceAll('_', ' ');
  return (
    <section aria-label={t('title')}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Title order={3} size="h4">
            {t('title')}
          </Title>
          {weeks.length > 1 && (
            <SegmentedControl
              size="xs"
              aria-label={t('clock')}
              value={week.whose}
              onChange={(whose) => choose(whose as Whose)}
              data={weeks.map(({ whose }) => ({ value: whose, label: label(whose) }))}
            />
          )}
        </Group>
        <WeekStrip
          label={t('picture', { ...names, zone, summary })}
          first={week.mentee}
          second={week.mentor}
          both={week.shared}
          names={{ first: names.mentee, second: names.mentor, both: t('both') }}
        />
        <Text>{summary}</Text>
        <Text size="sm" c="dimmed">
          {t('zone', { zone })}
        </Text>
      </Stack>
    </section>
  );
}

/** Hours in a sentence, days of the same hours together: `Mon and Wed 6:00–8:00 PM; Fri …`. */
function useHoursInWords(): (hours: WeeklyHours) => string {
  const t = useTranslations('pairings.week');
  const format = useFormatter();
  const clock = useClockWords();
  return (hours) => {
    const daysOf = new Map<string, { from: number; to: number; days: string[] }>();
    for (const { weekday, from, to } of hours) {
      const same = daysOf.get(`${from} ${to}`) ?? { from, to, days: [] };
      same.days.push(clock.shortDay(weekday));
      daysOf.set(`${from} ${to}`, same);
    }
    return [...daysOf.values()]
      .map(({ from, to, days }) =>
        t('stretch', { days: format.list(days), from: clock.time(from), to: clock.time(to) }),
      )
      .join('; ');
  };
}
