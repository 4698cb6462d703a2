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
import { ProfileForm } from './profile-form.tsx';

/** What others may know about me, and who sees which part of it. */
export function ProfilePage() {
  const { member } = useMemberSession();
  return <ProfileOf memberId={member.id} />;
}

/**
 * A profile to write: one's own, or for staff somebody's on their behalf.
 * @param props.wayBack links to the pages above, given the person's name
 */
export function ProfileOf(props: { memberId: MemberId; wayBack?: (name: string) => ReactNode[] }) {
  const t = useTranslations('profiles');
  const { memberId } = props;
  // Read anew at each visit: a form that begins with yesterday's words would write them back.
  const profile = useQuery({
    ...trpc.profiles.one.queryOptions({ memberId }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const name = profile.data?.displayName ?? '';
  const whose = useWhose(memberId, name);
  return (
    <Page
      title={profile.data ? t(`${whose.voice}.title`, { name }) : t('profile')}
      lead={t(`${whose.voice}.lead`)}
      {...(props.wayBack ? { breadcrumbs: props.wayBack(name) } : {})}
    >
      <ProblemNote error={profile.error} onRetry={() => void profile.refetch()} />
      <LoadingRegion loading={profile.isPending}>
        {profile.data && <ProfileForm key={memberId} profile={profile.data} whose={whose} />}
      </LoadingRegion>
    </Page>
  );
}
