import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'use-intl';
/**
 * Chooses a language; each is written in its own words.
 * @param props.options locale tags with their own names, e.g. `{ value: 'de', label: 'Deutsch' }`
 */
export function LanguageSwitch(props) {
  const t = useTranslations('shell.ui');
  return (
    <SegmentedControl
      aria-label={t('language')}
      value={props.value}
      onChange={props.onChange}
      data={props.options.map(({ value, label }) => ({ value, label: <span lang={value}>{label}</span> }))}
    />
  );
}
