import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { PROGRAM_KINDS, ProgramKind } from '@trellis/domain/programs/kinds';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';

/** Two questions, then the setup of the new program. */
export function StartProgram(props: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('programs');
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ProgramKind>('mentoring');
  const [asked, setAsked] = useState(false);
  const start = useMutation(
    trpc.programs.start.mutationOptions({
      async onSuccess({ programId }) {
        await queryClient.invalidateQueries({ queryKey: trpc.programs.list.queryKey() });
        await navigate({ to: '/programs/$programId/setup', params: { programId } });
      },
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (name.trim() !== '') start.mutate({ name, kind });
  }

  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('start.title')}
      closeButtonProps={{ 'aria-label': t('start.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <ProblemNote error={start.error} />
          <TextInput
            label={t('start.name')}
            description={t('start.nameHint')}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.currentTarget.value)}
            error={asked && name.trim() === '' ? t('start.nameNeeded') : null}
            data-autofocus
          />
          <Select
            label={t('start.kind')}
            data={PROGRAM_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => setKind(ProgramKind.catch('mentoring').parse(value))}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('start.cancel')}
            </Button>
            <Button type="submit" loading={start.isPending}>
              {t('start.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
