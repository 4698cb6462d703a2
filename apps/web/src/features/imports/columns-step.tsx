import { Select, Text, TextInput } from '@mantine/core';
import { FIELDS_OF_KIND, isListField, mayHaveSeveralColumns } from '@trellis/domain/imports/fields';
import type { Separator } from '@trellis/domain/imports/lists';
import type { ColumnMeaning } from '@trellis/domain/imports/mapping';
import type { ImportView } from '@trellis/domain/imports/views';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '../../api/problem-note.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import styles from './imports.module.css';
import { StepSection } from './step-section.tsx';
import type { ImportState } from './use-import.ts';

/** What each column means: guessed, and a person has the last word. */
export function ColumnsStep(props: { state: ImportState; view: ImportView }) {
  const t = useTranslations('imports.columns');
  const { view, state } = props;
  const { mapping } = view;

  function give(column: number, meaning: ColumnMeaning) {
    const { field } = meaning;
    // A field that has one column belongs to one: the newest choice takes it.
    const columns = mapping.columns.map((other, place) =>
      place === column
        ? meaning
        : field !== null && other.field === field && !mayHaveSeveralColumns(field)
          ? { ...other, field: null }
          : other,
    );
    state.map({ ...mapping, columns });
  }

  return (
    <StepSection
      number={2}
      title={t('title')}
      lead={state.uploaded?.remembered ? t('leadRemembered') : t('lead')}
    >
      <ul className={styles.lines}>
        {view.headers.map((header, column) => {
          const name = header === '' ? t('unnamed', { number: column + 1 }) : header;
          return (
            <li key={column} className={styles.line}>
              <div>
                <Text fw={600}>{name}</Text>
                <div className={styles.samples}>{view.samples[column]?.join(' · ')}</div>
              </div>
              <ColumnMeaningFields
                header={name}
                view={view}
                value={mapping.columns[column] ?? { field: null, separator: null }}
                onChange={(meaning) => give(column, meaning)}
              />
            </li>
          );
        })}
      </ul>
      {mapping.columns.some(({ field }) => field === 'ref') && <Source state={state} view={view} />}
      {view.missing.length > 0 && (
        <ErrorNote title={t('missingTitle')} advice={t(`missing.${view.missing[0] ?? 'who'}`)} />
      )}
      <ProblemNote error={state.change.error} />
    </StepSection>
  );
}

/** What a column is about, and for a list which sign parts its values. */
function ColumnMeaningFields(props: {
  header: string;
  view: ImportView;
  value: ColumnMeaning;
  onChange: (meaning: ColumnMeaning) => void;
}) {
  const t = useTranslations('imports');
  const fields = FIELDS_OF_KIND[props.view.kind];
  const { field, separator } = props.value;
  return (
    <div className={styles.meaning}>
      <Select
        aria-label={t('columns.meaning', { header: props.header })}
        allowDeselect={false}
        searchable
        data={[
          { value: '-', label: t('columns.leaveOut') },
          ...fields.map((name) => ({ value: name, label: t(`fields.${name}`) })),
        ]}
        value={field ?? '-'}
        onChange={(value) =>
          props.onChange({ field: fields.find((name) => name === value) ?? null, separator })
        }
        {...(field === null ? { c: 'dimmed' } : {})}
      />
      {field !== null && isListField(field) && (
        <Select
          aria-label={t('columns.separator', { header: props.header })}
          allowDeselect={false}
          size="sm"
          data={PARTINGS.map(({ name }) => ({ value: name, label: t(`columns.separators.${name}`) }))}
          value={PARTINGS.find(({ sign }) => sign === separator)?.name ?? 'auto'}
          onChange={(value) =>
            props.onChange({ field, separator: PARTINGS.find(({ name }) => name === value)?.sign ?? null })
          }
        />
      )}
    </div>
  );
}

/** Signs that part a list; null looks at each cell. A new line parts always. */
const PARTINGS: readonly {
  readonly name: 'auto' | 'semicolon' | 'comma' | 'bar';
  readonly sign: Separator | null;
}[] = [
  { name: 'auto', sign: null },
  { name: 'semicolon', sign: ';' },
  { name: 'comma', sign: ',' },
  { name: 'bar', sign: '|' },
];

function Source(props: { state: ImportState; view: ImportView }) {
  const t = useTranslations('imports.columns');
  const { mapping } = props.view;
  const [source, setSource] = useState(mapping.source);
  return (
    <TextInput
      label={t('source')}
      description={t('sourceHint')}
      maw={520}
      value={source}
      onChange={(event) => setSource(event.currentTarget.value)}
      onBlur={() => {
        if (source !== mapping.source) props.state.map({ ...mapping, source });
      }}
    />
  );
}
