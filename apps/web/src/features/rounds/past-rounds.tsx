import type { ProgramId } from '@trellis/domain/ids';
import type { RoundCard } from '@trellis/domain/rounds/views';
import { useFormatter, useTranslations } from 'use-intl';
import { DataTable } from '../../ui/data-table.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';

/** Every round of the program, newest first, whatever became of it. */
export function PastRounds(props: { programId: ProgramId; rounds: readonly RoundCard[] }) {
  const t = useTranslations('rounds');
  const format = useFormatter();
  const { programId } = props;
  return (
    <Section title={t('past.title')}>
      <DataTable
        caption={t('past.title')}
        rows={props.rounds}
        rowKey={({ id }) => id}
        rowName={({ number }) => t('past.name', { number })}
        pageSize={20}
        columns={[
          {
            key: 'number',
            header: t('past.number'),
            cell: ({ id, number }) => (
              <TextLink
                to="/programs/$programId/rounds/$roundId"
                params={{ programId, roundId: id }}
                fw={600}
              >
                {t('past.name', { number })}
              </TextLink>
            ),
            sortBy: ({ number }) => number,
            onCard: 'title',
          },
          { key: 'state', header: t('past.state'), cell: ({ status }) => t(`state.${status}`) },
          {
            key: 'served',
            header: t('past.served'),
            cell: ({ served, seats }) =>
              served === null || seats === null ? '' : t('past.of', { served, seats }),
          },
          {
            key: 'when',
            header: t('past.when'),
            cell: ({ startedAt }) =>
              format.dateTime(new Date(startedAt), { dateStyle: 'medium', timeStyle: 'short' }),
            sortBy: ({ startedAt }) => startedAt,
          },
          { key: 'by', header: t('past.by'), cell: ({ startedBy }) => startedBy ?? t('past.nobody') },
        ]}
        empty={null}
      />
    </Section>
  );
}
