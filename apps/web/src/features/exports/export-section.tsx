import { Button, Group, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { EXPORT_KINDS } from '@trellis/domain/exports/kinds';
import { useTranslations } from 'use-intl';
import { FieldHint } from '../../ui/field-hint.tsx';

/** Every table staff can see, to take along as a file that any spreadsheet opens. */
export function ExportSection() {
  const t = useTranslations('exports');
  return (
    <section aria-labelledby="export-title">
      <Title order={2} size="h3" id="export-title">
        {t('title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('lead')}
      </Text>
      <Group gap="sm">
        {EXPORT_KINDS.map((kind) => (
          <Button
            key={kind}
            component="a"
            href={`/api/export/${kind}`}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden="true" />}
          >
            {t(`kinds.${kind}`)}
          </Button>
        ))}
      </Group>
      <FieldHint>{t('hint')}</FieldHint>
    </section>
  );
}
