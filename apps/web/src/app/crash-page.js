import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { readProblem } from '../api/problem.ts';
import { ProblemNote } from '../api/problem-note.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
/** What is shown when a page cannot be shown: the server's reason when there is one, else a way on. */
export function CrashPage(props) {
  const t = useTranslations('shell.crash');
  const problem = readProblem(props.error);
  const answered = problem.kind !== 'unexpected' || problem.errorId !== null;
  return (
    <Page title={t('title')}>
      {answered ? (
        <ProblemNote error={props.error} onRetry={props.reset} />
      ) : (
        <EmptyState
          title={t('title')}
          action={<Button onClick={() => window.location.reload()}>{t('action')}</Button>}
        >
          {t('advice')}
        </EmptyState>
      )}
    </Page>
  );
}
