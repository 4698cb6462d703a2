import { useTranslations } from 'use-intl';
import styles from './skip-link.module.css';
/** First stop of the Tab key: past the navigation, to the element with this id. Seen only when focused. */
export function SkipLink(props) {
  const t = useTranslations('shell.ui');
  return (
    <a href={`#${props.targetId}`} className={styles.skip}>
      {t('skip')}
    </a>
  );
}
