import { Group, Slider, Stack, Text } from '@mantine/core';
import { useId } from 'react';

export interface ImportanceItem<K extends string> {
  key: K;
  label: string;
  /** What it means, in one sentence. */
  hint?: string;
}

/**
 * Several things that count more or less, 0 (not at all) … 10 (most), each with a slider of its own.
 * @param props.onChange is told all values whenever one moves
 */
export function ImportanceSliders<K extends string>(props: {
  items: readonly ImportanceItem<K>[];
  values: Readonly<Record<K, number>>;
  onChange: (values: Record<K, number>) => void;
}) {
  return (
    <Stack gap="md">
      {props.items.map((item) => (
        <ImportanceSlider
          key={item.key}
          item={item}
          value={props.values[item.key]}
          onChange={(value) => props.onChange({ ...props.values, [item.key]: value })}
        />
      ))}
    </Stack>
  );
}

function ImportanceSlider(props: {
  item: ImportanceItem<string>;
  value: number;
  onChange: (value: number) => void;
}) {
  const hintId = useId();
  const { label, hint } = props.item;
  return (
    <div>
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text fw={550}>{label}</Text>
        <Text fw={600} aria-hidden="true">
          {props.value}
        </Text>
      </Group>
      {hint && (
        <Text size="sm" c="dimmed" id={hintId}>
          {hint}
        </Text>
      )}
      <Slider
        mt={4}
        min={0}
        max={10}
        step={1}
        size="md"
        thumbSize={24}
        label={null}
        value={props.value}
        onChange={props.onChange}
        thumbLabel={label}
        thumbProps={{ 'aria-describedby': hintId }}
      />
    </div>
  );
}
