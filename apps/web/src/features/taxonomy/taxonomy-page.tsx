import { Button, Drawer, Paper, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { TERM_KINDS, type TermKind } from '@trellis/domain/taxonomy/kinds';
import { useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ProblemNote } from '../../api/problem-note.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingRegion } from '../../ui/loading-region.tsx';
import { Page } from '../../ui/page.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { AddTerm } from './add-term.tsx';
import styles from './taxonomy.module.css';
import { TermPanel } from './term-panel.tsx';
import { TermTree } from './term-tree.tsx';
import { treeOf } from './tree-data.ts';
import { useTaxonomy } from './use-taxonomy.ts';

/** The agency's words: skills, industries, occupations and goals, with their other spellings and their places. */
export function TaxonomyPage() {
  const t = useTranslations('taxonomy');
  const locale = useLocale();
  const taxonomy = useTaxonomy();
  const [kind, setKind] = useState<TermKind>('skill');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const searchField = useRef<HTMLInputElement>(null);
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  useShortcut({ keys: '/', label: t('keySearch'), run: () => searchField.current?.focus() });
  useShortcut({ keys: 'n', label: t('keyAdd'), run: () => setAdding(true) });

  const all = taxonomy.terms.data?.terms ?? [];
  const terms = all.filter((term) => term.kind === kind);
  const term = terms.find(({ id }) => id === chosen) ?? null;
  const nodes = treeOf(terms, search, locale);
  const panel = term && (
    <TermPanel key={term.id} term={term} terms={terms} taxonomy={taxonomy} onGo={setChosen} />
  );

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      action={<Button onClick={() => setAdding(true)}>{t('add.open')}</Button>}
    >
      <ProblemNote error={taxonomy.terms.error} onRetry={() => void taxonomy.terms.refetch()} />
      <div className={styles.tools}>
        <SegmentedControl
          aria-label={t('kind')}
          data={TERM_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(value) => {
            setKind(TERM_KINDS.find((known) => known === value) ?? 'skill');
            setChosen(null);
          }}
        />
        <TextInput
          ref={searchField}
          className={styles.search}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <LoadingRegion loading={taxonomy.terms.isPending} shape="rows">
        {all.length === 0 && taxonomy.terms.data ? (
          <EmptyState
            title={t('emptyTitle')}
            action={
              <Button
                loading={taxonomy.addStarterSet.isPending}
                onClick={() => taxonomy.addStarterSet.mutate()}
              >
                {t('starter')}
              </Button>
            }
          >
            {t('empty')}
          </EmptyState>
        ) : (
          <div className={styles.columns}>
            <Paper withBorder className={styles.tree}>
              {nodes.length > 0 ? (
                <TermTree
                  key={kind}
                  nodes={nodes}
                  open={search.trim() !== ''}
                  chosen={chosen}
                  onChoose={setChosen}
                />
              ) : (
                <Text c="dimmed" p="md">
                  {t('noneFound', { search })}
                </Text>
              )}
            </Paper>
            {!narrow && (
              <Paper withBorder p="lg" className={styles.panel}>
                {panel ?? <Text c="dimmed">{t('choose')}</Text>}
              </Paper>
            )}
          </div>
        )}
      </LoadingRegion>
      <Drawer
        opened={narrow === true && term !== null}
        onClose={() => setChosen(null)}
        position="bottom"
        size="85%"
        title={term?.name}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {panel}
      </Drawer>
      <AddTerm
        key={`${kind} ${adding}`}
        opened={adding}
        kind={kind}
        terms={terms}
        parentId={term?.id ?? null}
        taxonomy={taxonomy}
        onClose={() => setAdding(false)}
        onAdded={(id) => {
          setSearch('');
          setChosen(id);
        }}
      />
    </Page>
  );
}
