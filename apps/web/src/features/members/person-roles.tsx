import { Button, Group } from '@mantine/core';
import type { PersonView } from '@trellis/domain/members/views';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '../../api/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { RoleBoxes } from './role-boxes.tsx';
import { usePersonChanges } from './use-person-changes.ts';

/** What somebody does here; roles are added, never a second person made. */
export function PersonRoles(props: { person: PersonView }) {
  const t = useTranslations('members');
  const { person } = props;
  const { roles: save } = usePersonChanges();
  const [roles, setRoles] = useState(person.roles);
  const same = roles.length === person.roles.length && roles.every((role) => person.roles.includes(role));
  return (
    <Section title={t('rolesTitle')}>
      <RoleBoxes value={roles} onChange={setRoles} />
      <ProblemNote error={save.error} />
      <Group mt="md">
        <Button
          variant="default"
          disabled={same}
          loading={save.isPending}
          onClick={() => save.mutate({ memberId: person.id, roles })}
        >
          {t('saveRoles')}
        </Button>
      </Group>
    </Section>
  );
}
