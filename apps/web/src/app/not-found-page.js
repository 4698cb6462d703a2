import { useTranslations } from 'use-intl';
import { EmptyState } from '../ui/empty-state.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { Page } from '../ui/page.tsx';
import styles from './layouts.module.css';
/** An address that leads nowhere, or nowhere this member may go. */
export function NotFoundPage() {
  const t = useTranslations('shell.notFound');
  return (
    <main className={styles.alone}>
      <Page title={t('title')}>
        <EmptyState title={t('title')} action={<ButtonLink to="/">{t('action')}</ButtonLink>}>
          {t('advice')}
        </EmptyState>
      </Page>
    </main>
  );
}
