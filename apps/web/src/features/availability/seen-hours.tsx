import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MemberId } from '@trellis/domain/ids';
import { useFormatter, useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Section } from '../../ui/section.tsx';
import { HoursList } from './hours-list.tsx';

/** Somebody's usual hours on my clock, this week, and when we are both free, in a part of the page of its own. */
export function SeenHours(props: { memberId: MemberId }) {
  const t = useTranslations('availability.seen');
  return (
    <Section title={t('title')}>
      <SeenHoursWords memberId={props.memberId} />
    </Section>
  );
}

/** The same in words, without a heading. */
export function SeenHoursWords(props: { memberId: MemberId }) {
  const t = useTranslations('availability.seen');
  const format = useFormatter();
  const seen = useQuery(trpc.availability.seenBy.queryOptions({ memberId: props.memberId }));
  const { data } = seen;
  return (
    <>
      <ProblemNote error={seen.error} onRetry={() => void seen.refetch()} />
      <LoadingRegion loading={seen.isPending}>
        {data && (
          <Stack gap="md">
            <Text c="dimmed">{t('lead', { zone: data.timeZone.replaceAll('_', ' ') })}</Text>
            <HoursList hours={data.hours} />
            {data.shared.length > 0 && (
              <div>
                <Text fw={600} mb={4}>
                  {t('both')}
                </Text>
                <HoursList hours={data.shared} />
              </div>
            )}
            {data.hours.length > 0 && data.mine.length > 0 && data.shared.length === 0 && (
              <Text>{t('apart')}</Text>
            )}
            {data.clockChanges.map(({ whose, on, minutes }) => (
              <Text key={`${whose} ${on}`} size="sm">
                {t(minutes > 0 ? `${whose}Forward` : `${whose}Back`, {
                  // A calendar day, not a moment: shown as it is written, on whatever clock.
                  day: format.dateTime(new Date(`${on}T00:00:00Z`), {
                    weekday: 'long',
                    day: 'numeric',
                    month: 'long',
                    timeZone: 'UTC',
                  }),
                  minutes: Math.abs(minutes),
                })}
              </Text>
            ))}
          </Stack>
        )}
      </LoadingRegion>
    </>
  );
}
