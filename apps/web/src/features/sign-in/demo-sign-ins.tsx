import { Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { trpc } from '../../api/client.ts';
import styles from './sign-in.module.css';
import type { Credentials } from './use-sign-in.ts';

/** The demo agency's people to sign in as; nothing when the server offers none. */
export function DemoSignIns(props: { busy: boolean; onChoose: (credentials: Credentials) => void }) {
  const t = useTranslations('sign-in');
  const { data } = useQuery(trpc.session.demoSignIns.queryOptions());
  if (!data || data.length === 0) return null;
  return (
    <section className={styles.demo} aria-labelledby="demo-sign-ins">
      <Title order={2} size="h3" id="demo-sign-ins">
        {t('demo')}
      </Title>
      <Text c="dimmed" size="sm" mt={4} mb="sm">
        {t('demoLead')}
      </Text>
      <Stack gap="xs">
        {data.map(({ email, password, label }) => (
          <Button
            key={email}
            variant="default"
            disabled={props.busy}
            justify="flex-start"
            onClick={() => props.onChoose({ email, password })}
          >
            {t('demoSignIn', { label })}
          </Button>
        ))}
      </Stack>
    </section>
  );
}
