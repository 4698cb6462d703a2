import { Stack, Text, Title } from '@mantine/core';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import { useTranslations } from 'use-intl';
import styles from './board.module.css';
import { useStanding } from './use-standing.ts';

/** What happened to a pairing since it was published, and what comes next. Absent before. */
export function PairingStory(props: { pairing: BoardPairing }) {
  const t = useTranslations('pairings.standing');
  const { pairing } = props;
  const { happened, next } = useStanding()(pairing);
  if (happened.length === 0 && next.length === 0) return null;
  return (
    <section aria-label={t('title')} className={styles.story}>
      <Stack gap={6}>
        <Title order={3} size="h4">
          {t('title')}
        </Title>
        {happened.length > 0 && (
          <ol className={styles.events}>
            {happened.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        )}
        {pairing.ended?.words && (
          <div>
            <Text fs="italic" style={{ whiteSpace: 'pre-line' }}>
              {t('quote', { text: pairing.ended.words })}
            </Text>
            <Text size="sm" c="dimmed">
              {t('staffOnly')}
            </Text>
          </div>
        )}
        {next.map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
      </Stack>
    </section>
  );
}
