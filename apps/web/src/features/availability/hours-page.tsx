import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useMemberSession } from '../../api/session.ts';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { HoursForm } from './hours-form.tsx';
import { ZoneSelect } from './zone-select.tsx';

/** When I am usually free, on my own clock. */
export function HoursPage() {
  const t = useTranslations('availability');
  const { agency } = useMemberSession();
  const view = useQuery({
    ...trpc.availability.one.queryOptions({}),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ProblemNote error={view.error} onRetry={() => void view.refetch()} />
      <LoadingRegion loading={view.isPending}>
        {view.data && (
          <Stack gap="lg">
            <ZoneSelect value={view.data.timeZone} assumed={agency.timeZone} />
            <HoursForm view={view.data} />
          </Stack>
        )}
      </LoadingRegion>
    </Page>
  );
}
