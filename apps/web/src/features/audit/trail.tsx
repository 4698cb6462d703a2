import { Button, Group, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AuditSubject } from '@trellis/domain/audit/inputs';
import type { AuditLineView } from '@trellis/domain/audit/views';
import type { MemberId } from '@trellis/domain/ids';
import { useFormatter, useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import styles from './audit.module.css';

/** Lines of the audit trail, newest first: all, or those about one kind of thing or one member. */
export function Trail(props: { subject: AuditSubject | null; memberId: MemberId | null }) {
  const t = useTranslations('audit');
  const trail = useInfiniteQuery({
    ...trpc.audit.read.infiniteQueryOptions(
      { subject: props.subject, memberId: props.memberId },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
    placeholderData: keepPreviousData,
  });
  const lines = trail.data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <>
      <ProblemNote error={trail.error} onRetry={() => void trail.refetch()} />
      <LoadingRegion loading={trail.isPending} shape="rows">
        {trail.data && lines.length === 0 && <Text c="dimmed">{t('none')}</Text>}
        <ol className={styles.trail}>
          {lines.map((line) => (
            <Line key={line.seq} line={line} />
          ))}
        </ol>
        {trail.hasNextPage && (
          <Group justify="center" mt="md">
            <Button
              variant="default"
              loading={trail.isFetchingNextPage}
              onClick={() => void trail.fetchNextPage()}
            >
              {t('more')}
            </Button>
          </Group>
        )}
      </LoadingRegion>
    </>
  );
}

function Line(props: { line: AuditLineView }) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const { line } = props;
  const key = `actions.${line.action.replaceAll('.', '_')}`;
  const actor = line.actor?.name ?? t('system');
  return (
    <li className={styles.line}>
      <Text size="sm" c="dimmed" component="time" dateTime={line.at}>
        {format.dateTime(new Date(line.at), { dateStyle: 'medium', timeStyle: 'short' })}
      </Text>
      <div>
        <Text>
          <strong>{actor}</strong> {t.has(key) ? t(key) : line.action}
          {line.subject !== null && <span>{t('subjectNamed', { subject: line.subject })}</span>}
        </Text>
        {line.why && (
          <Text size="sm" fs="italic">
            {t('why', { why: line.why })}
          </Text>
        )}
        {line.wordsRemoved && (
          <Text size="sm" c="dimmed">
            {t('wordsRemoved')}
          </Text>
        )}
        <details className={styles.details}>
          <summary>{t('details', { number: line.seq })}</summary>
          <code>{`${line.action} · ${line.subjectKind} ${line.subjectId} · ${line.detail}`}</code>
        </details>
      </div>
    </li>
  );
}
