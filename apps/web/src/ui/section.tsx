import { Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** A part of a page with a heading of its own, on paper. */
export function Section(props: { title: string; lead?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} withBorder p={{ base: 'md', sm: 'lg' }}>
      <Title order={2} size="h3" id={id}>
        {props.title}
      </Title>
      {props.lead && (
        <Text c="dimmed" mt={4}>
          {props.lead}
        </Text>
      )}
      <div style={{ marginTop: 'var(--mantine-spacing-md)' }}>{props.children}</div>
    </Paper>
  );
}
