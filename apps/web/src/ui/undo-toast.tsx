import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'use-intl';
import { v4 as uuid } from 'uuid';
import { useAnnounce } from './live-region.tsx';
import { useShortcut } from './shortcuts.tsx';

/** How long a step can be taken back, in milliseconds. Waits while pointed at or focused. */
const OPEN_FOR = 10_000;

/**
 * Says what was done and lets it be taken back: instead of asking "are you sure?" beforehand.
 * A newer toast does not close an older one; ⌘Z / Ctrl+Z takes back the newest.
 * @param done.message what was done, as a sentence: "Ada and Max are approved."
 * @param done.onUndo takes it back
 */
export function showUndo(done: { message: string; onUndo: () => void }): void {
  const id = uuid();
  notifications.show({
    id,
    autoClose: OPEN_FOR,
    withCloseButton: false,
    withBorder: true,
    message: <UndoMessage {...done} onClose={() => notifications.hide(id)} />,
  });
}

function UndoMessage(props: { message: string; onUndo: () => void; onClose: () => void }) {
  const t = useTranslations('shell.ui');
  const announce = useAnnounce();
  function undo() {
    props.onUndo();
    props.onClose();
    announce(t('undone'));
  }
  useShortcut({ keys: 'mod+z', label: t('keysUndo'), run: undo });

  return (
    <Group justify="space-between" gap="sm" wrap="nowrap">
      <Text c="var(--mantine-color-text)">{props.message}</Text>
      <Button size="sm" variant="light" onClick={undo} flex="none">
        {t('undo')}
      </Button>
    </Group>
  );
}
