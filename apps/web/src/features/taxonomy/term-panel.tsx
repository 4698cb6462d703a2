import { Button, Group, Pill, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import type { TermView } from '@trellis/domain/taxonomy/views';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '../../api/problem-note.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { MergeTerm } from './merge-term.tsx';
import { subtreeIds } from './tree-data.ts';
import type { Taxonomy } from './use-taxonomy.ts';

interface PanelProps {
  term: TermView;
  terms: readonly TermView[];
  taxonomy: Taxonomy;
  onGo: (id: string) => void;
}

/** One term: its name, its place, its other spellings, and becoming one with another. */
export function TermPanel(props: PanelProps) {
  const { term, terms } = props;
  const t = useTranslations('taxonomy');
  const [merging, setMerging] = useState(false);
  return (
    <Stack gap="lg">
      <Title order={2} size="h3">
        {term.name}
      </Title>
      <NameForm {...props} />
      <PlaceSelect {...props} />
      <Spellings {...props} />
      <div>
        <Button variant="default" onClick={() => setMerging(true)} disabled={terms.length < 2}>
          {t('merge.open')}
        </Button>
      </div>
      <MergeTerm {...props} opened={merging} onClose={() => setMerging(false)} />
    </Stack>
  );
}

function NameForm({ term, taxonomy }: PanelProps) {
  const t = useTranslations('taxonomy');
  const [name, setName] = useState(term.name);
  function submit(event: FormEvent) {
    event.preventDefault();
    taxonomy.rename.mutate({ termId: term.id, name });
  }
  return (
    <form onSubmit={submit}>
      <Group align="end" gap="sm">
        <TextInput
          flex="1 1 12rem"
          label={t('name')}
          description={t('nameHint')}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          disabled={name.trim() === '' || name.trim() === term.name}
          loading={taxonomy.rename.isPending}
        >
          {t('rename')}
        </Button>
      </Group>
      <ProblemNote error={taxonomy.rename.error} />
    </form>
  );
}

function PlaceSelect({ term, terms, taxonomy }: PanelProps) {
  const t = useTranslations('taxonomy');
  const below = subtreeIds(terms, term.id);
  return (
    <div>
      <Select
        label={t('place')}
        searchable
        allowDeselect={false}
        limit={80}
        data={[
          { value: '-', label: t('top') },
          ...terms
            .filter(({ id }) => !below.has(id))
            .map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={term.parentId ?? '-'}
        onChange={(value) =>
          taxonomy.move.mutate({
            termId: term.id,
            parentId: terms.find(({ id }) => id === value)?.id ?? null,
          })
        }
      />
      <ProblemNote error={taxonomy.move.error} />
    </div>
  );
}

function Spellings({ term, taxonomy }: PanelProps) {
  const t = useTranslations('taxonomy');
  const announce = useAnnounce();
  const [spelling, setSpelling] = useState('');
  function submit(event: FormEvent) {
    event.preventDefault();
    taxonomy.addAlias.mutate({ termId: term.id, spelling }, { onSuccess: () => setSpelling('') });
  }
  return (
    <div>
      <Text fw={600}>{t('spellings')}</Text>
      <Text size="sm" c="dimmed">
        {t('spellingsHint')}
      </Text>
      {term.aliases.length > 0 && (
        <Pill.Group my="sm">
          {term.aliases.map((alias) => (
            <Pill
              key={alias}
              size="md"
              withRemoveButton
              removeButtonProps={{
                'aria-label': t('removeSpelling', { spelling: alias }),
                'aria-hidden': false,
                tabIndex: 0,
              }}
              onRemove={() => {
                taxonomy.removeAlias.mutate({ termId: term.id, spelling: alias });
                announce(t('removedSpelling', { spelling: alias }));
              }}
            >
              {alias}
            </Pill>
          ))}
        </Pill.Group>
      )}
      <form onSubmit={submit}>
        <Group align="end" gap="sm" mt="sm">
          <TextInput
            flex="1 1 12rem"
            aria-label={t('newSpelling')}
            placeholder={t('newSpelling')}
            value={spelling}
            maxLength={120}
            onChange={(event) => setSpelling(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            disabled={spelling.trim() === ''}
            loading={taxonomy.addAlias.isPending}
          >
            {t('addSpelling')}
          </Button>
        </Group>
      </form>
      <ProblemNote error={taxonomy.addAlias.error ?? taxonomy.removeAlias.error} />
    </div>
  );
}
