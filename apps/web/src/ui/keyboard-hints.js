import { Kbd, Modal, Switch, Table, Text } from '@mantine/core';
import { createContext, use, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useShortcut, useShortcuts } from './shortcuts.tsx';

const HintsContext = createContext(null);
/** Opens the list of shortcuts by "?". Stands once, inside ShortcutsProvider and around the app. */
export function KeyboardHints(props) {
  const [open, setOpen] = useState(false);
  return (
    <HintsContext value={() => setOpen(true)}>
      {props.children}
      <HintsDialog open={open} onOpen={() => setOpen(true)} onClose={() => setOpen(false)} />
    </HintsContext>
  );
}
/** Gives the function that opens the list, for a button in a menu. */
export function useKeyboardHints() {
  const open = use(HintsContext);
  if (!open) throw new Error('useKeyboardHints is used outside KeyboardHints');
  return open;
}
function HintsDialog(props) {
  const t = useTranslations('shell.ui');
  const { list, singleKeys, setSingleKeys } = useShortcuts();
  const shortcuts = list();
  useShortcut({ keys: '?', label: t('keysShow'), run: props.onOpen });
  return (
    <Modal
      opened={props.open}
      onClose={props.onClose}
      title={t('keysTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text c="dimmed">{shortcuts.length > 1 ? t('keysLead') : t('keysNone')}</Text>
      <Table my="md" verticalSpacing="sm">
        <Table.Tbody>
          {shortcuts.map((shortcut) => (
            <Table.Tr key={shortcut.keys + shortcut.label}>
              <Table.Td>{shortcut.label}</Table.Td>
              <Table.Td ta="end">
                <Keys keys={shortcut.keys} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label={t('keysSingle')}
        description={t('keysSingleHint')}
      />
    </Modal>
  );
}
/** Keys as they are printed on the keyboard of this device. */
function Keys(props) {
  const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
  const names = {
    mod: apple ? '⌘' : 'Ctrl',
    Shift: '⇧',
    ArrowUp: '↑',
    ArrowDown: '↓',
  };
  return props.keys.split('+').map((key) => (
    <Kbd key={key} ml={4}>
      {names[key] ?? (key.length === 1 ? key.toUpperCase() : key)}
    </Kbd>
  ));
}
