import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { StartProgram } from './start-program.tsx';

/** All programs of the agency, and the way to a new one. */
export function ProgramsPage() {
  const t = useTranslations('programs');
  const programs = useQuery(trpc.programs.list.queryOptions());
  const [starting, setStarting] = useState(false);
  const start = <Button onClick={() => setStarting(true)}>{t('list.start')}</Button>;
  const rows = programs.data ?? [];
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      width="wide"
      {...(rows.length > 0 ? { action: start } : {})}
    >
      <ProblemNote error={programs.error} onRetry={() => void programs.refetch()} />
      <LoadingRegion loading={programs.isPending} label={t('list.loading')} shape="rows">
        {programs.data && (
          <DataTable
            caption={t('list.caption')}
            rows={rows}
            rowKey={({ id }) => id}
            rowName={({ name }) => name}
            columns={[
              {
                key: 'name',
                header: t('list.name'),
                cell: ({ id, name }) => (
                  <TextLink to="/programs/$programId" params={{ programId: id }} fw={600}>
                    {name}
                  </TextLink>
                ),
                sortBy: ({ name }) => name,
                onCard: 'title',
              },
              {
                key: 'kind',
                header: t('list.kind'),
                cell: ({ kind }) => t(`kind.${kind}`),
                sortBy: ({ kind }) => t(`kind.${kind}`),
              },
              {
                key: 'status',
                header: t('list.status'),
                cell: ({ status }) => t(`status.${status}`),
                sortBy: ({ status }) => t(`status.${status}`),
              },
            ]}
            empty={
              <EmptyState title={t('list.emptyTitle')} action={start}>
                {t('list.empty')}
              </EmptyState>
            }
          />
        )}
      </LoadingRegion>
      <StartProgram opened={starting} onClose={() => setStarting(false)} />
    </Page>
  );
}
