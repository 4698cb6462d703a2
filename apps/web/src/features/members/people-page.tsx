import { Badge, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ProgramId } from '@trellis/domain/ids';
import { scopeOf } from '@trellis/domain/members/policy';
import { MEMBER_STATUSES, type MemberStatus, ROLES, type Role } from '@trellis/domain/members/roles';
import type { PersonLine } from '@trellis/domain/members/views';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useMemberSession } from '../../api/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { AddPerson } from './add-person.tsx';
import styles from './members.module.css';

const PAGE_SIZE = 50;
/** Milliseconds that typing rests before the server is asked. */
const REST = 200;

/** Everybody in the agency: found by name, role, status or program. */
export function PeoplePage() {
  const t = useTranslations('members');
  const { member } = useMemberSession();
  const [search, setSearch] = useState('');
  const [role, setRole] = useState<Role | null>(null);
  const [status, setStatus] = useState<MemberStatus | null>(null);
  const [programId, setProgramId] = useState<ProgramId | null>(null);
  const [adding, setAdding] = useState(false);
  const searchField = useRef<HTMLInputElement>(null);
  const [words] = useDebouncedValue(search, REST);
  const programs = useQuery(trpc.programs.list.queryOptions());
  const people = useInfiniteQuery({
    ...trpc.members.find.infiniteQueryOptions(
      { search: words, role, status, programId, limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
    placeholderData: keepPreviousData,
  });
  useShortcut({ keys: '/', label: t('keySearch'), run: () => searchField.current?.focus() });

  const mayAdd = scopeOf(member, 'members.change') === 'agency';
  const add = mayAdd ? <Button onClick={() => setAdding(true)}>{t('add.open')}</Button> : null;
  const rows = people.data?.pages.flatMap((page) => page.people) ?? [];
  const total = people.data?.pages[0]?.total ?? 0;
  const filtered = search !== '' || role !== null || status !== null || programId !== null;
  const clear = () => {
    setSearch('');
    setRole(null);
    setStatus(null);
    setProgramId(null);
  };
  return (
    <Page title={t('title')} lead={t('lead')} width="wide" action={add}>
      <div className={styles.tools}>
        <TextInput
          ref={searchField}
          type="search"
          label={t('search')}
          placeholder={t('searchHint')}
          value={search}
          maxLength={120}
          onChange={(event) => setSearch(event.currentTarget.value)}
          className={styles.search}
        />
        <Select
          label={t('role')}
          placeholder={t('any')}
          clearable
          data={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
          value={role}
          onChange={(value) => setRole(ROLES.find((known) => known === value) ?? null)}
        />
        <Select
          label={t('status')}
          placeholder={t('any')}
          clearable
          data={MEMBER_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          value={status}
          onChange={(value) => setStatus(MEMBER_STATUSES.find((known) => known === value) ?? null)}
        />
        <Select
          label={t('program')}
          placeholder={t('any')}
          clearable
          searchable
          data={(programs.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={programId}
          onChange={(value) => setProgramId(value as ProgramId | null)}
        />
      </div>
      <ProblemNote error={people.error} onRetry={() => void people.refetch()} />
      <LoadingRegion loading={people.isPending} shape="rows">
        <Text size="sm" c="dimmed" role="status" mb="xs">
          {people.data && t('found', { total })}
        </Text>
        {people.data && (
          <PeopleTable
            rows={rows}
            empty={
              filtered ? (
                <EmptyState
                  title={t('noneFoundTitle')}
                  action={
                    <Button variant="default" onClick={clear}>
                      {t('clear')}
                    </Button>
                  }
                >
                  {t('noneFound')}
                </EmptyState>
              ) : (
                <EmptyState
                  title={t('emptyTitle')}
                  action={<ButtonLink to="/import">{t('toImport')}</ButtonLink>}
                >
                  {t('empty')}
                </EmptyState>
              )
            }
          />
        )}
        {people.hasNextPage && (
          <Group justify="center" mt="md">
            <Button
              variant="default"
              loading={people.isFetchingNextPage}
              onClick={() => void people.fetchNextPage()}
            >
              {t('more')}
            </Button>
          </Group>
        )}
      </LoadingRegion>
      <AddPerson key={String(adding)} opened={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

function PeopleTable(props: { rows: readonly PersonLine[]; empty: ReactNode }) {
  const t = useTranslations('members');
  return (
    <DataTable
      caption={t('caption')}
      rows={props.rows}
      rowKey={({ id }) => id}
      rowName={({ displayName }) => displayName}
      // The server says how many come at once; all that came are shown.
      pageSize={Math.max(props.rows.length, 1)}
      empty={props.empty}
      columns={[
        {
          key: 'name',
          header: t('name'),
          onCard: 'title',
          cell: ({ id, displayName, headline }) => (
            <>
              <TextLink to="/people/$memberId" params={{ memberId: id }} fw={600}>
                {displayName}
              </TextLink>
              {headline && (
                <Text size="sm" c="dimmed">
                  {headline}
                </Text>
              )}
            </>
          ),
        },
        {
          key: 'roles',
          header: t('rolesTitle'),
          cell: ({ roles }) => roles.map((role) => t(`roles.${role}`)).join(', ') || t('noRole'),
        },
        { key: 'programs', header: t('programs'), cell: ({ programs }) => programs.join(' · ') || '–' },
        {
          key: 'status',
          header: t('status'),
          cell: ({ status }) =>
            status === 'active' ? (
              t('statuses.active')
            ) : (
              <Badge variant="light" color={status === 'paused' ? 'amber' : 'gray'}>
                {t(`statuses.${status}`)}
              </Badge>
            ),
        },
      ]}
    />
  );
}
