import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { AddMember } from '@trellis/domain/members/inputs';
import type { Role } from '@trellis/domain/members/roles';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { RoleBoxes } from './role-boxes.tsx';

/** Adds somebody by name; everything else can come later, by them or by staff. */
export function AddPerson(props: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('members');
  const navigate = useNavigate();
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>(['mentee']);
  const [asked, setAsked] = useState(false);
  const add = useMutation(
    trpc.members.add.mutationOptions({
      onSuccess: async ({ memberId }) => {
        void queryClient.invalidateQueries({ queryKey: trpc.members.pathKey() });
        await navigate({ to: '/people/$memberId', params: { memberId } });
      },
    }),
  );
  const input = AddMember.safeParse({ displayName, email: email.trim() === '' ? null : email, roles });
  const wrong = new Set(input.error?.issues.map(({ path }) => path[0]));
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (input.success) add.mutate(input.data);
  }
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('add.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('name')}
            required
            data-autofocus
            maxLength={120}
            value={displayName}
            onChange={(event) => setDisplayName(event.currentTarget.value)}
            error={asked && wrong.has('displayName') ? t('add.nameMissing') : null}
          />
          <TextInput
            label={t('email')}
            description={t('add.emailHint')}
            type="email"
            maxLength={254}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={asked && wrong.has('email') ? t('emailWrong') : null}
          />
          <RoleBoxes label={t('rolesTitle')} value={roles} onChange={setRoles} />
          <ProblemNote error={add.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('add.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
