import { Text, VisuallyHidden } from '@mantine/core';
import { IconHeart, IconMessageCircle, IconSparkles } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './reason-list.module.css';
/** Reasons to meet, in words, strongest first. The kind is told by sign, color and hidden words. */
export function ReasonList(props) {
  const t = useTranslations('shell.ui');
  const kinds = {
    shared: { words: t('reasonShared'), Icon: IconHeart },
    news: { words: t('reasonNews'), Icon: IconSparkles },
    care: { words: t('reasonCare'), Icon: IconMessageCircle },
  };
  return (
    <ul aria-label={props.label} className={styles.list}>
      {props.reasons.map(({ id, kind, text }) => {
        const { words, Icon } = kinds[kind];
        return (
          <li key={id} className={styles.reason}>
            <span className={styles.sign} data-kind={kind} title={words}>
              <Icon size={16} stroke={1.8} aria-hidden="true" />
            </span>
            <Text className={styles.text}>
              <VisuallyHidden>{words}: </VisuallyHidden>
              {text}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}
