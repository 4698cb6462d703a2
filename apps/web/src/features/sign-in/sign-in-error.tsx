import { Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import styles from './sign-in.module.css';
import type { SignInProblem } from './sign-in-problem.ts';

/** Why it did not work, read out at once. The region stays, so that each new sentence is announced. */
export function SignInError(props: { problem: SignInProblem | null }) {
  const t = useTranslations('sign-in');
  return <div role="alert">{props.problem && <Text className={styles.error}>{t(props.problem)}</Text>}</div>;
}
