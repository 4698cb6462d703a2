import { Button } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { readProblem } from '../api/problem.ts';
import { ProblemNote } from '../api/problem-note.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import styles from './layouts.module.css';

/** What is shown when a page cannot be shown: the server's reason when there is one, else a way on. */
export function CrashPage(props: ErrorComponentProps) {
  const t = useTranslations('shell.crash');
  const problem = readProblem(props.error);
  const router = useRouter();
  const answered = problem.kind !== 'unexpected' || problem.errorId !== null;
  // Forgets the failed load and asks anew; resetting the view alone would show the old error.
  const tryAgain = () => void router.invalidate();

  return (
    <Page title={t('title')}>
      {answered ? (
        <ProblemNote error={props.error} onRetry={tryAgain} />
      ) : (
        <EmptyState
          title={t('what')}
          action={<Button onClick={() => window.location.reload()}>{t('action')}</Button>}
        >
          {t('advice')}
        </EmptyState>
      )}
    </Page>
  );
}

/** The same where the house itself could not be shown, e.g. because nobody answers who is signed in. */
export function CrashAlone(props: ErrorComponentProps) {
  return (
    <main className={styles.alone}>
      <CrashPage {...props} />
    </main>
  );
}
