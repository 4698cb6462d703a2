import { Button, Paper, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ImportReport, ImportView } from '@trellis/domain/imports/views';
import { useTranslations } from 'use-intl';
import { ButtonLink } from '../../ui/links.tsx';
import styles from './imports.module.css';
import { ProblemsTable } from './problems-table.tsx';

/** What came of an import, and where to go from here. */
export function ImportResultNote(props: { report: ImportReport; view: ImportView; onAgain: () => void }) {
  const t = useTranslations('imports.result');
  const { counts, newTerms, offers, problems, problemCount } = props.report;
  const { program } = props.view;
  return (
    <Paper withBorder p="lg" role="status">
      <Title order={2} size="h3" className={styles.done}>
        <IconCheck size={24} aria-hidden="true" /> {t('title')}
      </Title>
      <Text mt="sm">{t('counts', { ...counts, left: counts.left_out, newTerms })}</Text>
      {offers && (
        <Text mt="xs">
          {t('offers', {
            seats: offers.seats,
            open: offers.open,
            unknown: offers.capacityUnknown,
            none: offers.capacityNone,
          })}
        </Text>
      )}
      <div className={styles.bar} style={{ marginTop: 'var(--mantine-spacing-lg)' }}>
        {program ? (
          <ButtonLink to="/programs/$programId/ready" params={{ programId: program.id }}>
            {t('seeProgram')}
          </ButtonLink>
        ) : (
          <ButtonLink to="/people">{t('seePeople')}</ButtonLink>
        )}
        <Button variant="default" onClick={props.onAgain}>
          {t('another')}
        </Button>
      </div>
      {problemCount > 0 && (
        <div style={{ marginTop: 'var(--mantine-spacing-lg)' }}>
          <Title order={3} size="h4" mb="xs">
            {t('problems', { count: problemCount })}
          </Title>
          <ProblemsTable problems={problems} total={problemCount} />
        </div>
      )}
    </Paper>
  );
}
