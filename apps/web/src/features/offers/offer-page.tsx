import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { OfferId } from '@trellis/domain/ids';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { OfferForm } from './offer-form.tsx';

/** What I give in one program. */
export function OfferPage() {
  const t = useTranslations('offers');
  const offerId = useParams({ from: '/mine/me/offer/$offerId' }).offerId as OfferId;
  const offer = useQuery(trpc.offers.one.queryOptions({ offerId }));
  return (
    <Page
      title={offer.data ? t('title', { program: offer.data.program.name }) : t('loading')}
      lead={t('lead')}
    >
      <ProblemNote error={offer.error} onRetry={() => void offer.refetch()} />
      <LoadingRegion loading={offer.isPending}>
        {offer.data && <OfferForm key={offer.data.id} offer={offer.data} />}
      </LoadingRegion>
    </Page>
  );
}
