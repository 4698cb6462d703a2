import { Button, Group, Stack, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import type { PersonView } from '@trellis/domain/members/views';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '../../api/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './members.module.css';
import { usePersonChanges } from './use-person-changes.ts';

/** Gives somebody a password, shown here and never again. */
export function PersonSignIn(props: { person: PersonView }) {
  const t = useTranslations('members.signIn');
  const { person } = props;
  const { signIn } = usePersonChanges();
  const clipboard = useClipboard();
  if (person.status === 'withdrawn') return null;
  return (
    <Section title={t('title')} lead={person.signsIn ? t('can') : t('cannot')}>
      <Stack>
        {person.email === null && !person.signsIn && <Text>{t('needsEmail')}</Text>}
        {signIn.data && (
          <div role="status">
            <Text mb="xs">{t('given', { email: signIn.data.email })}</Text>
            <code className={styles.password}>{signIn.data.password}</code>
            <Group mt="xs">
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => clipboard.copy(signIn.data.password)}
              >
                {clipboard.copied ? t('copied') : t('copy')}
              </Button>
            </Group>
          </div>
        )}
        <ProblemNote error={signIn.error} />
        <Group>
          <Button
            variant="default"
            loading={signIn.isPending}
            disabled={person.email === null && !person.signsIn}
            onClick={() => signIn.mutate({ memberId: person.id })}
          >
            {person.signsIn ? t('again') : t('give')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
