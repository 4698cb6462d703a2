import { Button, Group, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { inDays } from './in-days.ts';

/** A day from tomorrow on that may stay open, and the one thing to do with it. The day typed is kept by the owner. */
export function UntilForm(props: {
  label: string;
  hint: string;
  action: string;
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange: (day: string) => void;
  onSubmit: (day: string | null) => void;
  loading: boolean;
  size?: 'sm';
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit(props.value === '' ? null : props.value);
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" {...(props.size ? { gap: 'xs' } : {})}>
        <TextInput
          label={props.label}
          description={props.hint}
          type="date"
          min={inDays(1)}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
        <Button type="submit" loading={props.loading} {...(props.size ? { size: props.size } : {})}>
          {props.action}
        </Button>
      </Group>
    </form>
  );
}
