import { Button, Group, Stack, TextInput } from '@mantine/core';
import { ChangeMember } from '@trellis/domain/members/inputs';
import type { PersonView } from '@trellis/domain/members/views';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '../../api/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { usePersonChanges } from './use-person-changes.ts';

/** What somebody is called, and where they are written to. */
export function PersonContact(props: { person: PersonView }) {
  const t = useTranslations('members');
  const { person } = props;
  const { change } = usePersonChanges();
  const [displayName, setDisplayName] = useState(person.displayName);
  const [email, setEmail] = useState(person.email ?? '');
  const input = ChangeMember.safeParse({
    memberId: person.id,
    displayName,
    email: email.trim() === '' ? null : email,
  });
  const wrong = new Set(input.error?.issues.map(({ path }) => path[0]));
  const same = displayName === person.displayName && email === (person.email ?? '');
  function submit(event: FormEvent) {
    event.preventDefault();
    if (input.success) change.mutate(input.data);
  }
  return (
    <Section title={t('contact')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('name')}
            maxLength={120}
            value={displayName}
            onChange={(event) => setDisplayName(event.currentTarget.value)}
            error={wrong.has('displayName') ? t('add.nameMissing') : null}
          />
          <TextInput
            label={t('email')}
            type="email"
            maxLength={254}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={wrong.has('email') ? t('emailWrong') : null}
          />
          <ProblemNote error={change.error} />
          <Group>
            <Button
              type="submit"
              variant="default"
              loading={change.isPending}
              disabled={same || !input.success}
            >
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
