import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { MemberId, OfferId } from '@trellis/domain/ids';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useMemberSession } from '../../api/session.ts';
import { useWhose } from '../../api/whose.ts';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { OfferForm } from './offer-form.tsx';

/** What I give in one program. */
export function OfferPage() {
  const { member } = useMemberSession();
  const offerId = useParams({ from: '/mine/me/offer/$offerId' }).offerId as OfferId;
  return <OfferOf memberId={member.id} offerId={offerId} />;
}

/**
 * An offer to write: one's own, or for staff somebody's on their behalf.
 * @param props.memberId whose pages one is on, until the offer says whose it is
 * @param props.wayBack links to the pages above, given the person's name
 */
export function OfferOf(props: {
  memberId: MemberId;
  offerId: OfferId;
  wayBack?: (name: string) => ReactNode[];
}) {
  const t = useTranslations('offers');
  const { offerId } = props;
  // Read anew at each visit: a form that begins with yesterday's words would write them back.
  const offer = useQuery({
    ...trpc.offers.one.queryOptions({ offerId }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const { data } = offer;
  const name = data?.memberName ?? '';
  const whose = useWhose(data?.memberId ?? props.memberId, name);
  return (
    <Page
      title={data ? t(`${whose.voice}.title`, { program: data.program.name, name }) : t('offer')}
      lead={t(`${whose.voice}.lead`)}
      {...(props.wayBack ? { breadcrumbs: props.wayBack(name) } : {})}
    >
      <ProblemNote error={offer.error} onRetry={() => void offer.refetch()} />
      <LoadingRegion loading={offer.isPending}>
        {data && <OfferForm key={data.id} offer={data} whose={whose} />}
      </LoadingRegion>
    </Page>
  );
}
