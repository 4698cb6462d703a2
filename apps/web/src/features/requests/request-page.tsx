import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { MemberId, RequestId } from '@trellis/domain/ids';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useMemberSession } from '../../api/session.ts';
import { useWhose } from '../../api/whose.ts';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { RequestForm } from './request-form.tsx';

/** What I seek in one program. */
export function RequestPage() {
  const { member } = useMemberSession();
  const requestId = useParams({ from: '/mine/me/request/$requestId' }).requestId as RequestId;
  return <RequestOf memberId={member.id} requestId={requestId} />;
}

/**
 * A request to write: one's own, or for staff somebody's on their behalf.
 * @param props.memberId whose pages one is on, until the request says whose it is
 * @param props.wayBack links to the pages above, given the person's name
 */
export function RequestOf(props: {
  memberId: MemberId;
  requestId: RequestId;
  wayBack?: (name: string) => ReactNode[];
}) {
  const t = useTranslations('requests');
  const { requestId } = props;
  // Read anew at each visit: a form that begins with yesterday's words would write them back.
  const request = useQuery({
    ...trpc.requests.one.queryOptions({ requestId }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const { data } = request;
  const name = data?.memberName ?? '';
  const whose = useWhose(data?.memberId ?? props.memberId, name);
  return (
    <Page
      title={data ? t(`${whose.voice}.title`, { program: data.program.name, name }) : t('request')}
      lead={t(`${whose.voice}.lead`)}
      {...(props.wayBack ? { breadcrumbs: props.wayBack(name) } : {})}
    >
      <ProblemNote error={request.error} onRetry={() => void request.refetch()} />
      <LoadingRegion loading={request.isPending}>
        {data && <RequestForm key={data.id} request={data} whose={whose} />}
      </LoadingRegion>
    </Page>
  );
}
