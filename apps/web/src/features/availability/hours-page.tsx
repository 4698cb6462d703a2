import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MemberId } from '@trellis/domain/ids';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useMemberSession } from '../../api/session.ts';
import { useWhose } from '../../api/whose.ts';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { HoursForm } from './hours-form.tsx';
import { ZoneSelect } from './zone-select.tsx';

/** When I am usually free, on my own clock. */
export function HoursPage() {
  const { member } = useMemberSession();
  return <HoursOf memberId={member.id} />;
}

/**
 * A usual week to paint: one's own, or for staff somebody's on their behalf.
 * @param props.wayBack links to the pages above, given the person's name
 */
export function HoursOf(props: { memberId: MemberId; wayBack?: (name: string) => ReactNode[] }) {
  const t = useTranslations('availability');
  const { agency } = useMemberSession();
  const { memberId } = props;
  const view = useQuery({
    ...trpc.availability.one.queryOptions({ memberId }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const name = view.data?.name ?? '';
  const whose = useWhose(memberId, name);
  return (
    <Page
      title={view.data ? t(`${whose.voice}.title`, { name }) : t('hours')}
      lead={t(`${whose.voice}.lead`)}
      {...(props.wayBack ? { breadcrumbs: props.wayBack(name) } : {})}
    >
      <ProblemNote error={view.error} onRetry={() => void view.refetch()} />
      <LoadingRegion loading={view.isPending}>
        {view.data?.hidden && <Text>{t('theirs.hidden', { name })}</Text>}
        {view.data && !view.data.hidden && (
          <Stack gap="lg">
            <ZoneSelect value={view.data.timeZone} assumed={agency.timeZone} whose={whose} />
            <HoursForm key={memberId} view={view.data} whose={whose} />
          </Stack>
        )}
      </LoadingRegion>
    </Page>
  );
}
