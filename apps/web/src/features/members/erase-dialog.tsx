import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '../../api/problem-note.tsx';

/** The one step that cannot be taken back: asks for the name, so that no click does it by accident. */
export function EraseDialog(props: {
  opened: boolean;
  name: string;
  what: string;
  error: unknown;
  busy: boolean;
  onClose: () => void;
  onErase: () => void;
}) {
  const t = useTranslations('members.leaving');
  const [typed, setTyped] = useState('');
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('eraseTitle', { name: props.name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text>{props.what}</Text>
        <TextInput
          label={t('typeName', { name: props.name })}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ProblemNote error={props.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          <Button
            color="red"
            loading={props.busy}
            disabled={typed.trim() !== props.name.trim()}
            onClick={props.onErase}
          >
            {t('eraseNow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
