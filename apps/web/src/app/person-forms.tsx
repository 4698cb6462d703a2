import { useParams } from '@tanstack/react-router';
import type { MemberId, OfferId, RequestId } from '@trellis/domain/ids';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { HoursOf } from '../features/availability/hours-page.tsx';
import { OfferOf } from '../features/offers/offer-page.tsx';
import { ProfileOf } from '../features/profiles/profile-page.tsx';
import { RequestOf } from '../features/requests/request-page.tsx';
import { WishesOf } from '../features/wishes/wishes-page.tsx';
import { TextLink } from '../ui/links.tsx';

/** What staff write for a person: the pages members know, inside the staff's house, with the way back to the person. */

export function PersonProfile() {
  return <ProfileOf {...usePerson()} />;
}

export function PersonHours() {
  return <HoursOf {...usePerson()} />;
}

export function PersonRequest() {
  const { requestId } = useParams({ from: '/staff/people/$memberId/request/$requestId' });
  return <RequestOf {...usePerson()} requestId={requestId as RequestId} />;
}

export function PersonOffer() {
  const { offerId } = useParams({ from: '/staff/people/$memberId/offer/$offerId' });
  return <OfferOf {...usePerson()} offerId={offerId as OfferId} />;
}

export function PersonWishes() {
  const t = useTranslations('requests');
  const { memberId, requestId } = useParams({ from: '/staff/people/$memberId/request/$requestId/wishes' });
  const { wayBack, ...person } = usePerson();
  const toRequest = (
    <TextLink key="request" to="/people/$memberId/request/$requestId" params={{ memberId, requestId }}>
      {t('request')}
    </TextLink>
  );
  return (
    <WishesOf
      {...person}
      requestId={requestId as RequestId}
      wayBack={(name) => [...wayBack(name), toRequest]}
    />
  );
}

/** Whose pages these are, and the links that lead back to them. */
function usePerson(): { memberId: MemberId; wayBack: (name: string) => ReactNode[] } {
  const t = useTranslations('members');
  const { memberId } = useParams({ from: '/staff/people/$memberId' });
  return {
    memberId: memberId as MemberId,
    wayBack: (name) => [
      <TextLink key="people" to="/people">
        {t('title')}
      </TextLink>,
      <TextLink key="person" to="/people/$memberId" params={{ memberId }}>
        {name || t('person')}
      </TextLink>,
    ],
  };
}
