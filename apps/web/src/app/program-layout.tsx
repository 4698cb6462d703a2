import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import styles from './program-layout.module.css';

const PARTS = ['setup', 'ready', 'rounds', 'board', 'outcomes'] as const;

/** The parts of a program, each an address of its own, above the part that is open. */
export function ProgramLayout() {
  const t = useTranslations('shell.program');
  const { programId } = useParams({ from: '/staff/programs/$programId' });
  const { pathname } = useLocation();
  const parts = useRef<HTMLElement>(null);
  // On a phone the parts are wider than the screen: the open one comes into sight.
  useEffect(() => {
    parts.current
      ?.querySelector('[aria-current=page]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  return (
    <>
      <nav ref={parts} aria-label={t('tabs')} className={styles.parts}>
        {PARTS.map((part) => (
          <Link key={part} to={`/programs/$programId/${part}`} params={{ programId }} className={styles.part}>
            {t(part)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
