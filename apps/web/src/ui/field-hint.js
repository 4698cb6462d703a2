import { Group, Text } from '@mantine/core';
import { IconEye, IconInfoCircle } from '@tabler/icons-react';
/**
 * One quiet line below a field or a group of fields: what it is for, or who sees it.
 * @param props.id to be named by the field's `aria-describedby`
 * @param props.kind `info` (default), or `seen` for who can see what is written here
 */
export function FieldHint(props) {
  const Icon = props.kind === 'seen' ? IconEye : IconInfoCircle;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" mt={4} c="dimmed">
      <Icon size={17} stroke={1.6} aria-hidden="true" style={{ flex: 'none', marginTop: 3 }} />
      <Text size="sm" {...(props.id ? { id: props.id } : {})}>
        {props.children}
      </Text>
    </Group>
  );
}
