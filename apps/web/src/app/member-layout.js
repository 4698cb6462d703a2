import { IconCalendarWeek, IconHeartHandshake, IconRoute, IconUserCircle } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { asMemberSession, sessionQuery } from '../api/session.ts';
import { Logo } from '../ui/logo.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { AccountMenu } from './account-menu.tsx';
import styles from './layouts.module.css';

const LINKS = [
  { to: '/me', word: 'nextStep', Icon: IconRoute },
  { to: '/me/profile', word: 'profile', Icon: IconUserCircle },
  { to: '/me/hours', word: 'hours', Icon: IconCalendarWeek },
  { to: '/me/pairings', word: 'pairings', Icon: IconHeartHandshake },
];
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
          {LINKS.map(({ to, word, Icon }) => (
            <Link key={to} to={to} activeOptions={{ exact: to === '/me' }} className={styles.memberLink}>
              <Icon size={22} stroke={1.6} aria-hidden="true" />
              <span>{t(word)}</span>
            </Link>
          ))}
        </nav>
        <AccountMenu session={session} side="mine" />
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
    </div>
  );
}
