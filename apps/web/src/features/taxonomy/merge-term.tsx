import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TermId } from '@trellis/domain/ids';
import type { TermView } from '@trellis/domain/taxonomy/views';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { TagSelect } from '../../ui/tag-select.tsx';
import type { Taxonomy } from './use-taxonomy.ts';

/** Two terms become one. Says beforehand what moves, and that it cannot be taken back. */
export function MergeTerm(props: {
  term: TermView;
  terms: readonly TermView[];
  taxonomy: Taxonomy;
  opened: boolean;
  onClose: () => void;
  onGo: (id: string) => void;
}) {
  const t = useTranslations('taxonomy.merge');
  const { term, terms, taxonomy } = props;
  const [into, setInto] = useState<TermId | null>(null);
  const target = terms.find(({ id }) => id === into);
  function merge() {
    if (!target) return;
    taxonomy.merge.mutate(
      { gone: term.id, into: target.id },
      {
        onSuccess: ({ termId }) => {
          props.onClose();
          props.onGo(termId);
        },
      },
    );
  }
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('title', { name: term.name })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Stack>
        <TagSelect
          label={t('into')}
          options={terms
            .filter(({ id }) => id !== term.id)
            .map(({ id, name, aliases }) => ({ id, label: name, aliases }))}
          value={into}
          onChange={(chosen) => setInto(terms.find(({ id }) => id === chosen)?.id ?? null)}
        />
        {target && <WhatMoves term={term} target={target} />}
        <ProblemNote error={taxonomy.merge.error} />
        <Group justify="end">
          <Button variant="default" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={!target} loading={taxonomy.merge.isPending} onClick={merge}>
            {target ? t('do', { gone: term.name, into: target.name }) : t('open')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function WhatMoves({ term, target }: { term: TermView; target: TermView }) {
  const t = useTranslations('taxonomy.merge');
  const format = useFormatter();
  const preview = useQuery(trpc.taxonomy.mergePreview.queryOptions({ gone: term.id, into: target.id }));
  if (!preview.data) return <ProblemNote error={preview.error} />;
  const { people, requests, offers, children, spellings } = preview.data;
  return (
    <div>
      <Text>{t('moves', { gone: term.name, into: target.name })}</Text>
      <List my="xs">
        <List.Item>{t('people', { count: people })}</List.Item>
        <List.Item>{t('requests', { count: requests })}</List.Item>
        <List.Item>{t('offers', { count: offers })}</List.Item>
        {children > 0 && <List.Item>{t('children', { count: children })}</List.Item>}
        <List.Item>{t('spellings', { list: format.list(spellings) })}</List.Item>
      </List>
      <Text fw={600}>{t('forGood')}</Text>
    </div>
  );
}
