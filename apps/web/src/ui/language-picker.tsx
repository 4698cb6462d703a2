import { useMemo } from 'react';
import { useLocale } from 'use-intl';
import { TagPicker } from './tag-picker.tsx';

const COMMON =
  'ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ka ko lt lv ms nl no pl pt ro ru sk sl so sr sv sw ta th tr uk ur vi zh zu'.split(
    ' ',
  );

const ENGLISH = new Intl.DisplayNames('en', { type: 'language' });
const inItself = (id: string): string => new Intl.DisplayNames(id, { type: 'language' }).of(id) ?? id;

/**
 * Languages by name, found by what they are called in English and in themselves too. Kept as BCP 47 primary subtags.
 */
export function LanguagePicker(props: {
  label: string;
  description?: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  const locale = useLocale();
  const { value } = props;
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'language' });
    return [...new Set([...COMMON, ...value])]
      .map((id) => ({ id, label: names.of(id) ?? id, aliases: [inItself(id), ENGLISH.of(id) ?? id] }))
      .sort((a, b) => a.label.localeCompare(b.label, locale));
  }, [locale, value]);
  return (
    <TagPicker
      label={props.label}
      {...(props.description ? { description: props.description } : {})}
      options={options}
      value={value.flatMap((id) => options.find((option) => option.id === id) ?? [])}
      onChange={(tags) => props.onChange(tags.flatMap(({ id }) => (id === null ? [] : [id])))}
      max={10}
    />
  );
}
