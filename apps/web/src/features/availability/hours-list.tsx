import { Text } from '@mantine/core';
import type { WeeklyHours } from '@trellis/domain/availability/weekly-hours';
import { useLocale, useTranslations } from 'use-intl';
import { useClockWords } from '../../ui/use-clock-words.ts';
import styles from './hours.module.css';

/** A usual week in words, day by day. */
export function HoursList(props: { hours: WeeklyHours }) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const words = useClockWords();
  const list = new Intl.ListFormat(locale, { type: 'unit' });
  const days = [...new Set(props.hours.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  if (days.length === 0) return <Text c="dimmed">{t('nothing')}</Text>;
  return (
    <dl className={styles.list}>
      {days.map((weekday) => (
        <div key={weekday} style={{ display: 'contents' }}>
          <dt>{words.day(weekday)}</dt>
          <dd>
            {list.format(
              props.hours
                .filter((stretch) => stretch.weekday === weekday)
                .map(({ from, to }) => t('stretch', { from: words.time(from), to: words.time(to) })),
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
