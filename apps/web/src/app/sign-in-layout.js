import { Group, Text } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language-provider.tsx';
import { localeOptions } from '../i18n/locale-options.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Logo } from '../ui/logo.tsx';
import { ThemeSwitch } from '../ui/theme-switch.tsx';
import { Lattice } from './lattice.tsx';
import styles from './sign-in-layout.module.css';
/** The door: what Trellis is for on one side, the way in on the other. */
export function SignInLayout() {
  const t = useTranslations('sign-in');
  const { locale, setLocale } = useLanguage();
  return (
    <div className={styles.door}>
      <aside className={styles.promise}>
        <Lattice />
        <div className={styles.name}>
          <Logo size={36} />
          <span>Trellis</span>
        </div>
        <div className={styles.words}>
          <p className={styles.sentence}>{t('promise')}</p>
          <Text className={styles.detail}>{t('promiseDetail')}</Text>
        </div>
      </aside>
      <div className={styles.way}>
        <main className={styles.main}>
          <Outlet />
        </main>
        <footer>
          <Group justify="center" gap="md">
            <LanguageSwitch value={locale} options={localeOptions} onChange={setLocale} />
            <ThemeSwitch />
          </Group>
        </footer>
      </div>
    </div>
  );
}
