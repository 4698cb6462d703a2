import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import type { TermId } from '@trellis/domain/ids';
import type { TermKind } from '@trellis/domain/taxonomy/kinds';
import type { TermView } from '@trellis/domain/taxonomy/views';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '../../api/problem-note.tsx';
import type { Taxonomy } from './use-taxonomy.ts';

/** A new term and its place. */
export function AddTerm(props: {
  opened: boolean;
  kind: TermKind;
  terms: readonly TermView[];
  parentId: TermId | null;
  taxonomy: Taxonomy;
  onClose: () => void;
  onAdded: (id: string) => void;
}) {
  const t = useTranslations('taxonomy');
  const { kind, terms, taxonomy } = props;
  const [name, setName] = useState('');
  const [parentId, setParentId] = useState(props.parentId);
  function submit(event: FormEvent) {
    event.preventDefault();
    taxonomy.add.mutate(
      { kind, name, parentId },
      {
        onSuccess: ({ termId }) => {
          props.onAdded(termId);
          props.onClose();
        },
      },
    );
  }
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t(`add.title.${kind}`)}
      closeButtonProps={{ 'aria-label': t('add.cancel') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('name')}
            data-autofocus
            required
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('place')}
            searchable
            allowDeselect={false}
            limit={80}
            data={[
              { value: '-', label: t('top') },
              ...terms.map(({ id, name: label }) => ({ value: String(id), label })),
            ]}
            value={parentId ?? '-'}
            onChange={(value) => setParentId(terms.find(({ id }) => id === value)?.id ?? null)}
          />
          <ProblemNote error={taxonomy.add.error} />
          <Group justify="end">
            <Button variant="default" onClick={props.onClose}>
              {t('add.cancel')}
            </Button>
            <Button type="submit" loading={taxonomy.add.isPending} disabled={name.trim() === ''}>
              {t('add.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
