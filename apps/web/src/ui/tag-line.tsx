import { Text } from '@mantine/core';
import { spellingFound } from './tag-search.ts';

/** One word of a list, with the other spelling by which it was found. */
export function TagLine(props: { label: string; aliases?: readonly string[]; typed: string }) {
  const spelling = spellingFound(props, props.typed);
  return (
    <span>
      {props.label}
      {spelling !== null && (
        <Text span c="dimmed" size="sm" ms="xs">
          {spelling}
        </Text>
      )}
    </span>
  );
}
