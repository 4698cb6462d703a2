import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useMemberSession } from '../api/session.ts';
import { useSignOut } from '../features/sign-in/use-sign-out.ts';
import { useLanguage } from '../i18n/language-provider.tsx';
import { localeOptions } from '../i18n/locale-options.ts';
import { useKeyboardHints } from '../ui/keyboard-hints.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Page } from '../ui/page.tsx';
import { ThemeSwitch } from '../ui/theme-switch.tsx';
/** How Trellis looks and speaks on this device. Every change holds at once; there is nothing to save. */
export function SettingsPage() {
  const t = useTranslations('shell');
  const { account, agency } = useMemberSession();
  const { locale, setLocale } = useLanguage();
  const showKeys = useKeyboardHints();
  const signOut = useSignOut();
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')}>
      <Paper withBorder p="lg">
        <Stack gap="xl">
          <section>
            <Title order={2} size="h3" mb="xs">
              {t('settings.language')}
            </Title>
            <LanguageSwitch value={locale} options={localeOptions} onChange={setLocale} />
            <Text c="dimmed" size="sm" mt="xs">
              {t('settings.languageHint')}
            </Text>
          </section>
          <section>
            <Title order={2} size="h3" mb="xs">
              {t('settings.appearance')}
            </Title>
            <ThemeSwitch />
          </section>
          <section>
            <Title order={2} size="h3" mb="xs">
              {t('settings.keyboard')}
            </Title>
            <Button variant="default" onClick={showKeys}>
              {t('settings.showKeys')}
            </Button>
          </section>
          <section>
            <Title order={2} size="h3" mb="xs">
              {t('settings.account')}
            </Title>
            <Text mb="sm">{t('settings.signedInAs', { email: account.email, agency: agency.name })}</Text>
            <Button variant="default" onClick={signOut}>
              {t('nav.signOut')}
            </Button>
          </section>
        </Stack>
      </Paper>
    </Page>
  );
}
