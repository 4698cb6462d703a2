import { Divider } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { ExportSection } from '../features/exports/export-section.tsx';
import { ImportSteps } from '../features/imports/import-steps.tsx';
import { Page } from '../ui/page.tsx';

/** Bringing people in from a spreadsheet, and taking tables along. */
export function ImportExportPage() {
  const t = useTranslations('imports');
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <ImportSteps />
      <Divider my="xl" />
      <ExportSection />
    </Page>
  );
}
