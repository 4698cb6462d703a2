import { Button, Group, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import styles from './audit.module.css';

/** Computes the whole chain anew when asked, and says whether anything was changed or taken out. */
export function CheckTrail() {
  const t = useTranslations('audit.check');
  const client = useQueryClient();
  // A question asked by pressing, not by looking; asked anew each time.
  const check = useMutation({
    mutationFn: () => client.fetchQuery({ ...trpc.audit.check.queryOptions(), staleTime: 0 }),
  });
  const { data } = check;
  return (
    <div className={styles.check}>
      <Group>
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={18} aria-hidden="true" />}
          loading={check.isPending}
          onClick={() => check.mutate()}
        >
          {t('run')}
        </Button>
        <Text role="status" c="dimmed">
          {data ? (data.brokenAt === null ? t('whole', { entries: data.entries }) : null) : t('hint')}
        </Text>
      </Group>
      {data && data.brokenAt !== null && (
        <ErrorNote
          title={t('brokenTitle', { number: data.brokenAt })}
          advice={t('broken')}
          reference={null}
        />
      )}
      <ProblemNote error={check.error} />
    </div>
  );
}
