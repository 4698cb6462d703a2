import { Select, Text, TextInput } from '@mantine/core';
import { FIELDS_OF_KIND, type ImportField, isListField } from '@trellis/domain/imports/fields';
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

  function give(column: number, field: ImportField | null) {
    const meaning: ColumnMeaning = { field, separator: mapping.columns[column]?.separator ?? null };
    // A field that is no list belongs to one column: the newest choice takes it.
    const columns = mapping.columns.map((other, place) =>
      place === column
        ? meaning
        : field !== null && other.field === field && !isListField(field)
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
              <ColumnSelect
                label={t('meaning', { header: name })}
                view={view}
                value={mapping.columns[column]?.field ?? null}
                onChange={(field) => give(column, field)}
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

function ColumnSelect(props: {
  label: string;
  view: ImportView;
  value: ImportField | null;
  onChange: (field: ImportField | null) => void;
}) {
  const t = useTranslations('imports');
  const fields = FIELDS_OF_KIND[props.view.kind];
  return (
    <Select
      aria-label={props.label}
      allowDeselect={false}
      searchable
      data={[
        { value: '-', label: t('columns.leaveOut') },
        ...fields.map((field) => ({ value: field, label: t(`fields.${field}`) })),
      ]}
      value={props.value ?? '-'}
      onChange={(value) => props.onChange(fields.find((field) => field === value) ?? null)}
      {...(props.value === null ? { c: 'dimmed' } : {})}
    />
  );
}

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
