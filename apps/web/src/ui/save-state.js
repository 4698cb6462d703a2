import { Anchor, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloud } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import styles from './save-state.module.css';
/**
 * Says whether what was typed is safe. Stands near the heading of a form that saves as one types; read out politely.
 * @param props.saving from `useAutosave`
 */
export function SaveState(props) {
  const t = useTranslations('shell.ui');
  const format = useFormatter();
  const { state, savedAt, retry } = props.saving;
  const Icon = { idle: IconCloud, saving: IconCloud, saved: IconCheck, failed: IconAlertTriangle }[state];
  const words = {
    idle: t('saveIdle'),
    saving: t('saveSaving'),
    saved: savedAt
      ? t('saveSavedAt', { time: format.dateTime(savedAt, { hour: 'numeric', minute: '2-digit' }) })
      : t('saveSaved'),
    failed: t('saveFailed'),
  };
  return (
    <div role="status" className={styles.state} data-state={state}>
      <Icon size={18} aria-hidden="true" className={styles.icon} />
      <Text size="sm" inherit>
        {words[state]}{' '}
        {state === 'failed' && (
          <Anchor component="button" type="button" onClick={retry}>
            {t('retry')}
          </Anchor>
        )}
      </Text>
    </div>
  );
}
