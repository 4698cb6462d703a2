import { Button, Text, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useSignOut } from './use-sign-out.ts';

/** For an account that is a member of no agency: what that means and the two ways on. */
export function NoMembership(props: { email: string }) {
  const t = useTranslations('shell');
  const signOut = useSignOut();
  return (
    <>
      <Title order={1} tabIndex={-1}>
        {t('noMembership.title')}
      </Title>
      <Text size="lg" my="md">
        {t('noMembership.advice', { email: props.email })}
      </Text>
      <Button onClick={signOut}>{t('nav.signOut')}</Button>
    </>
  );
}
