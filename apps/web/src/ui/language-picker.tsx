import { useLocale } from 'use-intl';
import { type Tag, TagPicker } from './tag-picker.tsx';

const COMMON =
  'ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ka ko lt lv ms nl no pl pt ro ru sk sl so sr sv sw ta th tr uk ur vi zh zu'.split(
    ' ',
  );

/** Languages by name, kept as BCP 47 primary subtags. */
export function LanguagePicker(props: {
  label: string;
  description?: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const tag = (id: string): Tag & { id: string } => ({ id, label: names.of(id) ?? id });
  const options = [...new Set([...COMMON, ...props.value])]
    .map(tag)
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <TagPicker
      label={props.label}
      {...(props.description ? { description: props.description } : {})}
      options={options}
      value={props.value.map(tag)}
      onChange={(tags) => props.onChange(tags.flatMap(({ id }) => (id === null ? [] : [id])))}
      max={10}
    />
  );
}
