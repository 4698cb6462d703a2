import { ActionIcon, Drawer } from '@mantine/core';
import {
  IconAdjustments,
  IconFileImport,
  IconHistory,
  IconMenu2,
  IconPlant,
  IconSun,
  IconTags,
  IconUsers,
} from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { asMemberSession, type MemberSession, sessionQuery } from '../api/session.ts';
import { useLiveData } from '../api/use-live-data.ts';
import { Logo } from '../ui/logo.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { AccountMenu } from './account-menu.tsx';
import styles from './layouts.module.css';

const LINKS = [
  { to: '/today', word: 'today', Icon: IconSun },
  { to: '/people', word: 'people', Icon: IconUsers },
  { to: '/programs', word: 'programs', Icon: IconPlant },
  { to: '/import', word: 'import', Icon: IconFileImport },
  { to: '/taxonomy', word: 'taxonomy', Icon: IconTags },
  { to: '/audit', word: 'audit', Icon: IconHistory },
  { to: '/settings', word: 'settings', Icon: IconAdjustments },
] as const;

/** The house of coordinators and admins: navigation at the side, on a phone behind a menu button. */
export function StaffLayout() {
  const session = asMemberSession(useSuspenseQuery(sessionQuery()).data);
  const t = useTranslations('shell.nav');
  const { pathname } = useLocation();
  const [menuOpen, setMenuOpen] = useState(false);
  // A new address closes the menu.
  useEffect(() => setMenuOpen(false), [pathname]);
  useLiveData();
  if (!session) return <Navigate to="/sign-in" />;

  return (
    <div className={styles.staff}>
      <SkipLink targetId="main" />
      <header className={styles.topBar}>
        <Home />
        <ActionIcon
          size={44}
          variant="subtle"
          color="gray"
          aria-label={t('openMenu')}
          onClick={() => setMenuOpen(true)}
        >
          <IconMenu2 size={24} />
        </ActionIcon>
      </header>
      <aside className={styles.side}>
        <Navigation session={session} />
      </aside>
      <Drawer
        opened={menuOpen}
        onClose={() => setMenuOpen(false)}
        size="18rem"
        title={session.agency.name}
        closeButtonProps={{ 'aria-label': t('closeMenu') }}
        classNames={{ body: styles.drawer }}
      >
        <Navigation session={session} />
      </Drawer>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
    </div>
  );
}

function Navigation(props: { session: MemberSession }) {
  const t = useTranslations('shell.nav');
  return (
    <div className={styles.navigation}>
      <div className={styles.sideHead}>
        <Home />
        <span className={styles.agency}>{props.session.agency.name}</span>
      </div>
      <nav aria-label={t('label')} className={styles.links}>
        {LINKS.map(({ to, word, Icon }) => (
          <Link key={to} to={to} className={styles.link}>
            <Icon size={20} stroke={1.6} aria-hidden="true" />
            {t(word)}
          </Link>
        ))}
      </nav>
      <AccountMenu session={props.session} side="staff" />
    </div>
  );
}

function Home() {
  const t = useTranslations('shell.nav');
  return (
    <Link to="/" className={styles.home} aria-label={t('home')}>
      <Logo />
      <span aria-hidden="true">Trellis</span>
    </Link>
  );
}
