import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TagLine } from './tag-line.tsx';
import type { TagOption } from './tag-picker.tsx';
import { findOptions } from './tag-search.ts';

/** One word out of a long list, found by any of its spellings. While typing, Enter takes the best match. */
export function TagSelect(props: {
  label: string;
  options: readonly TagOption[];
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const t = useTranslations('shell.ui');
  const [typed, setTyped] = useState('');
  const byId = useMemo(() => new Map(props.options.map((option) => [option.id, option])), [props.options]);
  const item = ({ id, label }: TagOption) => ({ value: id, label });
  const chosen = props.value === null ? undefined : byId.get(props.value);
  return (
    <Select
      label={props.label}
      data={props.options.map(item)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('tagClear', { label: props.label }) }}
      selectFirstOptionOnChange={typed !== '' && typed !== chosen?.label}
      nothingFoundMessage={t('tagNone')}
      filter={({ search }) => findOptions(props.options, [], search, props.options.length).map(item)}
      renderOption={({ option }) => (
        <TagLine
          label={option.label}
          aliases={byId.get(option.value)?.aliases ?? []}
          typed={typed === chosen?.label ? '' : typed}
        />
      )}
      onSearchChange={setTyped}
      value={props.value}
      onChange={props.onChange}
      miw={200}
    />
  );
}
