import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from './live-region.tsx';
import { TagLine } from './tag-line.tsx';
import { findOptions, sameWord } from './tag-search.ts';
import { useBestMatch } from './use-best-match.ts';

/** A chosen word: of the list (`id`), or a new one that someone wrote (`id` null). */
export interface Tag {
  id: string | null;
  label: string;
}

/** A word of the list, with other spellings by which it is found. */
export interface TagOption {
  id: string;
  label: string;
  aliases?: readonly string[];
}

export interface TagPickerProps {
  label: string;
  description?: string;
  placeholder?: string;
  error?: string | null;
  options: readonly TagOption[];
  value: readonly Tag[];
  onChange: (value: Tag[]) => void;
  onBlur?: () => void;
  /** Lets people add words that are not in the list. */
  allowNew?: boolean;
  /** At most so many words. */
  max?: number;
}

/** The choice that adds what was typed. */
const NEW = '+';

/** Several words out of a long list, found by typing; words that are missing can be added. Keyboard throughout. */
export function TagPicker(props: TagPickerProps) {
  const t = useTranslations('shell.ui');
  const announce = useAnnounce();
  const id = useId();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const full = props.max !== undefined && props.value.length >= props.max;
  const found = findOptions(props.options, props.value, search);
  const text = search.trim();
  const known = [...props.options, ...props.value].some((word) => sameWord(word.label, text));
  const canAdd = props.allowNew === true && text !== '' && !known;

  function add(chosen: string) {
    const option = props.options.find((candidate) => candidate.id === chosen);
    props.onChange([
      ...props.value,
      option ? { id: option.id, label: option.label } : { id: null, label: text },
    ]);
    setSearch('');
    combobox.resetSelectedOption();
    // Whoever types goes on typing, or on to the next field, which the list would cover.
    if (text !== '') combobox.closeDropdown();
  }

  function remove(tag: Tag) {
    props.onChange(props.value.filter((other) => other !== tag));
    announce(t('tagRemove', { label: tag.label }));
  }

  const takeBest = useBestMatch(combobox, text, () => {
    const [best] = found;
    if (best !== undefined) add(best.id);
    else if (canAdd) add(NEW);
  });

  function onKeyDown(event: KeyboardEvent) {
    takeBest(event);
    const last = props.value.at(-1);
    if (event.key === 'Backspace' && search === '' && last) {
      event.preventDefault();
      remove(last);
    }
  }

  return (
    <Combobox store={combobox} onOptionSubmit={add} withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput
          label={props.label}
          id={id}
          description={full ? t('tagFull', { max: props.max ?? 0 }) : props.description}
          error={props.error}
          onClick={() => combobox.openDropdown()}
        >
          <Pill.Group>
            {props.value.map((tag) => (
              <Pill
                key={tag.id ?? `new:${tag.label}`}
                size="md"
                withRemoveButton
                removeButtonProps={{
                  'aria-label': t('tagRemove', { label: tag.label }),
                  'aria-hidden': false,
                  tabIndex: 0,
                }}
                onRemove={() => remove(tag)}
              >
                {tag.label}
              </Pill>
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                role="combobox"
                value={search}
                placeholder={props.value.length === 0 ? props.placeholder : undefined}
                disabled={full}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => {
                  combobox.closeDropdown();
                  setSearch('');
                  props.onBlur?.();
                }}
                onChange={(event) => {
                  setSearch(event.currentTarget.value);
                  combobox.openDropdown();
                }}
                onKeyDown={onKeyDown}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={full}>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }} aria-label={props.label}>
          {found.map((option) => (
            <Combobox.Option key={option.id} value={option.id}>
              <TagLine {...option} typed={search} />
            </Combobox.Option>
          ))}
          {canAdd && <Combobox.Option value={NEW}>{t('tagNew', { text })}</Combobox.Option>}
          {found.length === 0 && !canAdd && <Combobox.Empty>{t('tagNone')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
