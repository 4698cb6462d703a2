import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TagLine } from './tag-line.tsx';
import type { TagOption } from './tag-picker.tsx';
import { findOptions } from './tag-search.ts';
import { useBestMatch } from './use-best-match.ts';

/**
 * One word out of a long list, found by any of its spellings. While typing, Enter takes the best match; whoever leaves
 * without choosing keeps what was chosen before.
 */
export function TagSelect(props: {
  label: string;
  options: readonly TagOption[];
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const t = useTranslations('shell.ui');
  // null while nobody types: then the field shows the chosen word.
  const [typed, setTyped] = useState<string | null>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const chosen = props.options.find((option) => option.id === props.value);
  const search = typed ?? '';
  const found = findOptions(props.options, [], search, props.options.length);

  function choose(id: string | null) {
    props.onChange(id);
    setTyped(null);
    combobox.closeDropdown();
  }

  // Not Mantine's Select: it looks for the highlighted word after a timeout, and a word pasted or typed at once was lost.
  const onKeyDown = useBestMatch(combobox, search.trim(), () => {
    const [best] = found;
    if (best !== undefined) choose(best.id);
  });

  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          label={props.label}
          value={typed ?? chosen?.label ?? ''}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            setTyped(null);
            combobox.closeDropdown();
          }}
          onKeyDown={onKeyDown}
          rightSectionPointerEvents={chosen ? 'all' : 'none'}
          rightSection={
            chosen ? (
              <Combobox.ClearButton
                aria-label={t('tagClear', { label: props.label })}
                onClear={() => choose(null)}
              />
            ) : (
              <Combobox.Chevron />
            )
          }
          miw={200}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }} aria-label={props.label}>
          {found.map((option) => (
            <Combobox.Option key={option.id} value={option.id} active={option.id === props.value}>
              <TagLine {...option} typed={search} />
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{t('tagNone')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
