import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { scopeOf } from '@trellis/domain/members/policy';
import { useTranslations } from 'use-intl';
import { useMemberSession } from '../api/session.ts';
import { AgencyForm } from '../features/agency/agency-form.tsx';
import { EraseMe } from '../features/members/erase-me.tsx';
import { LanguageChoice } from '../features/members/language-choice.tsx';
import { useSignOut } from '../features/sign-in/use-sign-out.ts';
import { useKeyboardHints } from '../ui/keyboard-hints.tsx';
import { Page } from '../ui/page.tsx';
import { ThemeSwitch } from '../ui/theme-switch.tsx';

/** How Trellis looks and speaks to me, at once, and, for admins, what holds for the whole agency. */
export function SettingsPage() {
  const t = useTranslations('shell');
  const { account, agency, member } = useMemberSession();
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
            <LanguageChoice />
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
          <section>
            <Title order={2} size="h3" mb="xs">
              {t('settings.erase')}
            </Title>
            <Text mb="sm">{t('settings.eraseHint')}</Text>
            <EraseMe />
          </section>
        </Stack>
      </Paper>
      {scopeOf(member, 'agency.change') === 'agency' && (
        <Paper withBorder p="lg" mt="lg">
          <Title order={2} size="h3" mb="xs">
            {t('settings.agency')}
          </Title>
          <AgencyForm />
        </Paper>
      )}
    </Page>
  );
}
