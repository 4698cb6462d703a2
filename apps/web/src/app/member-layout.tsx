import {
  IconCalendarWeek,
  IconHandStop,
  IconHeartHandshake,
  IconRoute,
  IconTelescope,
  IconUserCircle,
} from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { trpc } from '../api/client.ts';
import { asMemberSession, sessionQuery } from '../api/session.ts';
import { Logo } from '../ui/logo.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { AccountMenu } from './account-menu.tsx';
import styles from './layouts.module.css';

/** The house of mentees, mentors and consultants: made for the phone, navigation within the thumb's reach. */
export function MemberLayout() {
  const session = asMemberSession(useSuspenseQuery(sessionQuery()).data);
  const t = useTranslations('shell.nav');
  if (!session) return <Navigate to="/sign-in" />;

  return (
    <div className={styles.member}>
      <SkipLink targetId="main" />
      <header className={styles.memberHead}>
        <Link to="/" className={styles.home} aria-label={t('home')}>
          <Logo />
          <span className={styles.agency} aria-hidden="true">
            {session.agency.name}
          </span>
        </Link>
        <nav aria-label={t('label')} className={styles.memberLinks}>
          <Link to="/me" activeOptions={{ exact: true }} className={styles.memberLink}>
            <Item Icon={IconRoute}>{t('nextStep')}</Item>
          </Link>
          <Sides />
          <Link to="/me/profile" className={styles.memberLink}>
            <Item Icon={IconUserCircle}>{t('profile')}</Item>
          </Link>
          <Link to="/me/hours" className={styles.memberLink}>
            <Item Icon={IconCalendarWeek}>{t('hours')}</Item>
          </Link>
          <Link to="/me/pairings" className={styles.memberLink}>
            <Item Icon={IconHeartHandshake}>{t('pairings')}</Item>
          </Link>
        </nav>
        <AccountMenu session={session} side="mine" />
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
    </div>
  );
}

/** To what one seeks and gives; who seeks or gives in several programs chooses on the first page. */
function Sides() {
  const t = useTranslations('shell.nav');
  const { data } = useQuery(trpc.home.mine.queryOptions());
  const [request, ...moreRequests] = data?.requests ?? [];
  const [offer, ...moreOffers] = data?.offers ?? [];
  const toAll = { to: '/me', hash: 'yours', activeOptions: { includeHash: true } } as const;
  return (
    <>
      {request && moreRequests.length === 0 && (
        <Link
          to="/me/request/$requestId"
          params={{ requestId: request.requestId }}
          className={styles.memberLink}
        >
          <Item Icon={IconTelescope}>{t('request')}</Item>
        </Link>
      )}
      {moreRequests.length > 0 && (
        <Link {...toAll} className={styles.memberLink}>
          <Item Icon={IconTelescope}>{t('requests')}</Item>
        </Link>
      )}
      {offer && moreOffers.length === 0 && (
        <Link to="/me/offer/$offerId" params={{ offerId: offer.offerId }} className={styles.memberLink}>
          <Item Icon={IconHandStop}>{t('offer')}</Item>
        </Link>
      )}
      {moreOffers.length > 0 && (
        <Link {...toAll} className={styles.memberLink}>
          <Item Icon={IconHandStop}>{t('offers')}</Item>
        </Link>
      )}
    </>
  );
}

function Item(props: { Icon: typeof IconRoute; children: ReactNode }) {
  return (
    <>
      <props.Icon size={22} stroke={1.6} aria-hidden="true" />
      <span>{props.children}</span>
    </>
  );
}
