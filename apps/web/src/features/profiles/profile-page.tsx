import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { ProfileForm } from './profile-form.tsx';

/** What others may know about me, and who sees which part of it. */
export function ProfilePage() {
  const t = useTranslations('profiles');
  // Read anew at each visit: a form that begins with yesterday's words would write them back.
  const profile = useQuery({ ...trpc.profiles.one.queryOptions({}), gcTime: 0, refetchOnWindowFocus: false });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ProblemNote error={profile.error} onRetry={() => void profile.refetch()} />
      <LoadingRegion loading={profile.isPending}>
        {profile.data && <ProfileForm key={profile.data.memberId} profile={profile.data} />}
      </LoadingRegion>
    </Page>
  );
}
