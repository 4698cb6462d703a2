import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { RequestId } from '@trellis/domain/ids';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { RequestForm } from './request-form.tsx';

/** What I seek in one program. */
export function RequestPage() {
  const t = useTranslations('requests');
  const requestId = useParams({ from: '/mine/me/request/$requestId' }).requestId as RequestId;
  const request = useQuery(trpc.requests.one.queryOptions({ requestId }));
  return (
    <Page
      title={request.data ? t('title', { program: request.data.program.name }) : t('loading')}
      lead={t('lead')}
    >
      <ProblemNote error={request.error} onRetry={() => void request.refetch()} />
      <LoadingRegion loading={request.isPending}>
        {request.data && <RequestForm key={request.data.id} request={request.data} />}
      </LoadingRegion>
    </Page>
  );
}
