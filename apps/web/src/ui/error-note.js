import { Button, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './note.module.css';
/**
 * Something did not work: one sentence what, one sentence what to do. Read out at once by screen readers.
 * For errors of the server use `ProblemNote` (api), which finds the words.
 * @param props.reference shown small, to be given to support
 * @param props.onRetry offers "Try again"
 * @param props.children further ways out, e.g. a link
 */
export function ErrorNote(props) {
  const t = useTranslations('shell.ui');
  return (
    <div role="alert" className={styles.error}>
      <IconAlertCircle size={22} className={styles.sign} aria-hidden="true" />
      <div>
        <Text fw={600}>{props.title}</Text>
        <Text>{props.advice}</Text>
        {props.reference && (
          <Text size="sm" mt={4}>
            {t('reference', { reference: props.reference })}
          </Text>
        )}
        {props.children}
        {props.onRetry && (
          <Button size="sm" variant="default" mt="sm" onClick={props.onRetry}>
            {t('retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
