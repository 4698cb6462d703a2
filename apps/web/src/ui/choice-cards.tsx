import { Radio, Stack, Text } from '@mantine/core';
import styles from './choice-cards.module.css';

/** One of a few ways, each explained in a sentence; the whole card can be clicked. */
export function ChoiceCards<V extends string>(props: {
  label: string;
  options: readonly { value: V; label: string; detail: string }[];
  value: V;
  onChange: (value: V) => void;
}) {
  return (
    <Radio.Group
      aria-label={props.label}
      value={props.value}
      onChange={(value) => {
        const chosen = props.options.find((option) => option.value === value);
        if (chosen) props.onChange(chosen.value);
      }}
    >
      <Stack gap="xs">
        {props.options.map((option) => (
          <Radio.Card key={option.value} value={option.value} className={styles.card}>
            <Radio.Indicator />
            <div>
              <Text fw={600}>{option.label}</Text>
              <Text size="sm" c="dimmed">
                {option.detail}
              </Text>
            </div>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}
