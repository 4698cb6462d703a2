import { Badge, Button, Checkbox, Group, Menu, Paper, Radio, Stack, Switch, Tabs, Text } from '@mantine/core';
import { InitialsAvatar } from '../../ui/initials-avatar.tsx';
import { useKeyboardHints } from '../../ui/keyboard-hints.tsx';
import { TextLink } from '../../ui/links.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';

const VARIANTS = ['filled', 'light', 'default', 'outline', 'subtle'];
const COLORS = ['trellis', 'clay', 'amber', 'slate', 'red', 'gray'];
/** Buttons, badges, choices, menus. */
export function ControlsSection() {
  const showKeys = useKeyboardHints();
  return (
    <Stack>
      {VARIANTS.map((variant) => (
        <Group key={variant}>
          {COLORS.map((color) => (
            <Button key={color} variant={variant} color={color}>
              Approve
            </Button>
          ))}
          <Button variant={variant} disabled>
            Not now
          </Button>
        </Group>
      ))}
      <Group>
        {COLORS.map((color) => (
          <Badge key={color} color={color} variant="light">
            {color}
          </Badge>
        ))}
        {COLORS.map((color) => (
          <Badge key={color} color={color}>
            {color}
          </Badge>
        ))}
      </Group>
      <Group>
        <Checkbox label="I agree" defaultChecked />
        <Radio label="Once a week" defaultChecked />
        <Switch label="Remind me" defaultChecked />
        <TextLink to="/">A link in words</TextLink>
        <Button
          variant="default"
          onClick={() => showUndo({ message: 'Ada and Max are approved.', onUndo: () => {} })}
        >
          Show undo
        </Button>
        <Button variant="default" onClick={showKeys}>
          Show keys
        </Button>
        <Menu>
          <Menu.Target>
            <Button variant="default">Menu</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item>Rule out</Menu.Item>
            <Menu.Item c="var(--mantine-color-error)">Erase</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      <Group>
        {['Ada Lovelace', 'Max Müller', 'Ōe Kenzaburō', 'Noor', 'Jean-Luc Picard'].map((name) => (
          <Group key={name} gap="xs">
            <InitialsAvatar name={name} />
            <Text size="sm">{name}</Text>
          </Group>
        ))}
      </Group>
      <Paper withBorder p="lg">
        <Tabs defaultValue="a">
          <Tabs.List>
            <Tabs.Tab value="a">Waiting</Tabs.Tab>
            <Tabs.Tab value="b">Approved</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="a" pt="md">
            <Text c="dimmed">Dimmed words on paper must still be read with ease.</Text>
          </Tabs.Panel>
          <Tabs.Panel value="b">Nothing</Tabs.Panel>
        </Tabs>
      </Paper>
    </Stack>
  );
}
