import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useTranslations } from 'use-intl';

const SCHEMES = ['light', 'dark', 'auto'];
/** Light, dark, or as the device says. Remembered on this device. */
export function ThemeSwitch() {
  const t = useTranslations('shell.ui');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const words = { light: t('themeLight'), dark: t('themeDark'), auto: t('themeAuto') };
  return (
    <SegmentedControl
      aria-label={t('theme')}
      value={colorScheme}
      onChange={setColorScheme}
      data={SCHEMES.map((value) => ({ value, label: words[value] }))}
    />
  );
}
